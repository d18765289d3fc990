using Parcours.Engine.Identity;

namespace Parcours.Engine.Live.Works;

/// <summary>Takes messages.</summary>
internal sealed class Taking(Delivery delivery, LatestArrivals arrivals) : AnsweredWork<IntakeCounts>
{
    private readonly ArrivalOutcome[] _became = new ArrivalOutcome[delivery.Messages.Length];

    /// <inheritdoc/>
    public override int Messages => delivery.Messages.Length;

    /// <inheritdoc/>
    public override void Answer()
    {
        arrivals.Add(delivery, _became);
        base.Answer();
    }

    /// <inheritdoc/>
    protected override IntakeCounts Run(LiveBatch batch, IdentityGraph graph) => batch.Take(delivery, _became);
}

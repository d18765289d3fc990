using Parcours.Domain.Time;
using Parcours.Engine.Erasure;
using Parcours.Engine.Identity;

namespace Parcours.Engine.Live.Works;

/// <summary>Erases people, after all others of its batch.</summary>
internal sealed class Erasing(IReadOnlyCollection<int> identities, Instant at) : AnsweredWork<ErasureOutcome>
{
    private ErasureOutcome? _outcome;

    /// <inheritdoc/>
    public override bool IsAlone => true;

    /// <summary>An identity of each.</summary>
    public IReadOnlyCollection<int> Identities => identities;

    /// <summary>When.</summary>
    public Instant At => at;

    /// <summary>Tells whoever waits what became of it.</summary>
    public void Done(ErasureOutcome outcome)
    {
        _outcome = outcome;
        Do(null!, null!);
        Answer();
    }

    /// <inheritdoc/>
    protected override ErasureOutcome Run(LiveBatch batch, IdentityGraph graph) => _outcome!;
}

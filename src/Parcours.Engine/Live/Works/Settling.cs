using Parcours.Engine.Identity;

namespace Parcours.Engine.Live.Works;

/// <summary>Changes how the base is read, after all others of its batch.</summary>
internal sealed class Settling(Action change) : AnsweredWork<bool>
{
    /// <inheritdoc/>
    public override bool IsAlone => true;

    /// <inheritdoc/>
    protected override bool Run(LiveBatch batch, IdentityGraph graph)
    {
        change();
        return true;
    }
}

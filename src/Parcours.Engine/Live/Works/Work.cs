using Parcours.Engine.Identity;

namespace Parcours.Engine.Live.Works;

/// <summary>Something asked of the writing thread.</summary>
internal abstract class Work
{
    /// <summary>How many messages it brings, for a batch not to grow too large.</summary>
    public virtual int Messages => 1;

    /// <summary>Whether it is done after all others of its batch, outside their transaction.</summary>
    public virtual bool IsAlone => false;

    /// <summary>Does it, within the transaction of its batch.</summary>
    public abstract void Do(LiveBatch batch, IdentityGraph graph);

    /// <summary>Tells whoever waits that it is done and durable.</summary>
    public abstract void Answer();

    /// <summary>Tells whoever waits that nothing was kept of it.</summary>
    public abstract void Refuse(Exception fault);
}

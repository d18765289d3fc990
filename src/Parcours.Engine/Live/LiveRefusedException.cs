using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Live;

/// <summary>Nothing of the delivery was kept, and it may be sent again: the workspace is stopping, behind, or cannot write.</summary>
public sealed class LiveRefusedException : Exception
{
    /// <summary>Refuses.</summary>
    /// <param name="reason">Why, in a sentence.</param>
    /// <param name="cause">The store's refusal; null when it was not the store.</param>
    public LiveRefusedException(string reason, WorkspaceException? cause = null)
        : base(reason, cause) => Refusal = cause?.Refusal;

    /// <summary>The store's refusal (a full disk...); null when it was not the store.</summary>
    public WorkspaceRefusal? Refusal { get; }
}

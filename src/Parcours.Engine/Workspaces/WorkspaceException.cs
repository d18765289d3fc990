namespace Parcours.Engine.Workspaces;

/// <summary>Carries a refusal out of the depths of a store to the verb that words it.</summary>
public sealed class WorkspaceException : Exception
{
    /// <summary>Carries a refusal.</summary>
    public WorkspaceException(WorkspaceRefusal refusal, Exception? cause = null)
        : base(refusal.Sentence, cause) => Refusal = refusal;

    /// <summary>What was refused, and why.</summary>
    public WorkspaceRefusal Refusal { get; }
}

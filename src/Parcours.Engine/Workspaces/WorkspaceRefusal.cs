using Parcours.Domain.Expressions;

namespace Parcours.Engine.Workspaces;

/// <summary>Why a workspace says no: a value with the facts, worded once for people.</summary>
public abstract record WorkspaceRefusal
{
    private WorkspaceRefusal()
    {
    }

    /// <summary>The refusal in one English sentence that says what to do.</summary>
    public abstract string Sentence { get; }

    /// <summary>Nothing was ever imported there.</summary>
    public sealed record Missing(string Folder) : WorkspaceRefusal
    {
        /// <inheritdoc/>
        public override string Sentence => $"No workspace in {Folder}: import a file first (parcours import orders.csv), or name another with --workspace.";
    }

    /// <summary>Another process writes to it.</summary>
    public sealed record Held(string Folder, string Holder) : WorkspaceRefusal
    {
        /// <inheritdoc/>
        public override string Sentence => $"The workspace {Folder} is being written by {Holder}: wait for it to end, or end it. Reading verbs work meanwhile.";
    }

    /// <summary>No room left on the disk.</summary>
    public sealed record DiskFull(string Folder) : WorkspaceRefusal
    {
        /// <inheritdoc/>
        public override string Sentence => $"The disk that holds {Folder} is full: nothing of this import is visible and earlier data is intact. Free some space and run the same command again.";
    }

    /// <summary>The file is no workspace of ours, or damaged.</summary>
    public sealed record Unreadable(string Folder, string Detail) : WorkspaceRefusal
    {
        /// <inheritdoc/>
        public override string Sentence => $"The workspace {Folder} cannot be read: {Detail}.";
    }

    /// <summary>Its file of declared properties has errors.</summary>
    public sealed record PropertiesInvalid(string File, ExpressionError Error) : WorkspaceRefusal
    {
        /// <inheritdoc/>
        public override string Sentence => $"{File} cannot be used: {Error}. Mend the file and run the same command again.";
    }

    /// <summary>Its file of names of events has errors.</summary>
    public sealed record EventsInvalid(string File, ExpressionError Error) : WorkspaceRefusal
    {
        /// <inheritdoc/>
        public override string Sentence => $"{File} cannot be used: {Error}. Mend the file and start again.";
    }

    /// <summary>Written by a later version of the product.</summary>
    public sealed record TooNew(string Folder, int Version) : WorkspaceRefusal
    {
        /// <inheritdoc/>
        public override string Sentence => $"The workspace {Folder} was written by a later version of Parcours (schema {Version}): use that version.";
    }
}

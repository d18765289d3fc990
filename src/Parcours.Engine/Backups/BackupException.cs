namespace Parcours.Engine.Backups;

/// <summary>Carries a refusal of a backup to the edge that words it.</summary>
public sealed class BackupException : Exception
{
    /// <summary>Carries a refusal.</summary>
    public BackupException(BackupRefusal refusal, Exception? cause = null)
        : base(refusal.Sentence.En, cause) => Refusal = refusal;

    /// <summary>What was refused, and why.</summary>
    public BackupRefusal Refusal { get; }
}

namespace Parcours.Engine.Backups;

/// <summary>A backup and where it stands now.</summary>
public sealed record ShelvedBackup(KnownBackup Backup, BackupState State);

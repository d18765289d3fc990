namespace Parcours.Engine.Backups;

/// <summary>A file of a backup.</summary>
/// <param name="Name">Its path in the workspace, with forward slashes.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its SHA-256, lower-case hexadecimal.</param>
public sealed record BackupEntry(string Name, long Bytes, string Sha256);

using Parcours.Domain.Time;
using Parcours.Engine.Backups;

namespace Parcours.Server.Backups;

/// <summary>A backup of the workspace.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Path">Where it was written.</param>
/// <param name="Made">When: it holds whom the workspace held then.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Expires">When it is to be deleted.</param>
/// <param name="State">kept, moved (no longer where it was written) or overdue (its time is over and it still lies there).</param>
internal sealed record BackupAnswer(int Id, string Path, Instant Made, long Bytes, Instant Expires, BackupState State)
{
    internal static BackupAnswer Of(ShelvedBackup shelved) =>
        new(shelved.Backup.Id, shelved.Backup.Path, shelved.Backup.Made, shelved.Backup.Bytes, shelved.Backup.Expires, shelved.State);
}

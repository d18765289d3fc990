using Parcours.Engine.Access;
using Parcours.Engine.Erasure;

namespace Parcours.Engine.Backups;

/// <summary>
/// Where a workspace keeps which backups were made of it, and what a restored one must be told of people. Any thread may call it, also beside another writer; a change is on
/// the disk, with its line in the audit log, when the call returns.
/// </summary>
public interface IBackupStore : IDisposable
{
    /// <summary>The backups not known to be deleted, by number.</summary>
    IReadOnlyList<KnownBackup> All();

    /// <summary>Keeps a new one, under the next number.</summary>
    KnownBackup Add(KnownBackup backup, Audited audited);

    /// <summary>Forgets one that was deleted.</summary>
    void Remove(int id, Audited audited);

    /// <summary>Whom nobody may bring back, and what else is newer than any backup.</summary>
    PrivacyRecord Record();

    /// <summary>Takes in what another copy of this workspace knew; what is here stays.</summary>
    /// <returns>How many erased keys and suppressions were new here.</returns>
    int Merge(PrivacyRecord record, Audited audited);

    /// <summary>The keys of people who were erased.</summary>
    ErasedKeys Erased();
}

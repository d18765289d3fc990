using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite.Erasure;

namespace Parcours.Storage.Sqlite.Files;

/// <summary>The SQLite file of a workspace: opening it, and bringing it to the present version.</summary>
internal static class WorkspaceFile
{
    /// <summary>The file's name.</summary>
    internal const string Name = "parcours.db";

    /// <summary>What the store keeps for itself in the folder, the socket of its server included.</summary>
    internal static readonly string[] OwnFiles =
        [Name, Name + "-wal", Name + "-shm", "snapshot.bin", "snapshot.tmp", WriteLock.LockName, WriteLock.HolderName, "parcours.sock", ErasureJournal.Name];

    /// <summary>Where the file of a folder is.</summary>
    internal static string PathIn(string folder) => Path.Combine(folder, Name);

    /// <summary>
    /// Opens it to read; it must be there. One of an earlier version is first brought to the present one, under the write lock, so that no reader
    /// needs to know what older files looked like.
    /// </summary>
    internal static Database OpenToRead(string folder)
    {
        string path = PathIn(folder);
        if (!File.Exists(path))
        {
            throw new WorkspaceException(new WorkspaceRefusal.Missing(folder));
        }

        Database database = Database.Open(folder, path, create: false);
        try
        {
            switch (VersionOf(database, folder))
            {
                case 0:
                    throw new WorkspaceException(new WorkspaceRefusal.Missing(folder));
                case < Schema.Version:
                    MigrateUnderLock(database, folder);
                    break;
            }

            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    /// <summary>Opens it to write, made or migrated if need be. The caller holds the write lock.</summary>
    internal static Database OpenToWrite(string folder)
    {
        Database database = Database.Open(folder, PathIn(folder), create: true);
        try
        {
            if (VersionOf(database, folder) == 0)
            {
                database.Execute(Schema.PageSize);
                database.Execute(Schema.WriteAhead);
            }

            database.Execute(Schema.FullSync);
            if (VersionOf(database, folder) < Schema.Version)
            {
                Migrate(database, folder);
            }

            database.Execute(Schema.CheckpointEvery128MB);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private static void MigrateUnderLock(Database database, string folder)
    {
        try
        {
            using var writeLock = WriteLock.Take(folder);
            Migrate(database, folder);
        }
        catch (WorkspaceException held) when (held.Refusal is WorkspaceRefusal.Held && IsPresentAfterOthers(database, folder))
        {
            // Another reader of the old file came first.
        }
    }

    private static bool IsPresentAfterOthers(Database database, string folder)
    {
        database.Transaction(() => { }); // waits for the migration under way
        return VersionOf(database, folder) == Schema.Version;
    }

    // All the steps or none: a disk that fills up half-way leaves the file as it was.
    private static void Migrate(Database database, string folder) => database.Transaction(() =>
    {
        int version = VersionOf(database, folder);
        foreach (string[] step in Schema.Steps.Skip(version))
        {
            Array.ForEach(step, database.Execute);
        }

        if (version == 0)
        {
            SettingsTable.NumberWorkspace(database);
        }

        _ = PrivacySecret.FindOrMake(database); // before the first backup: what is refused later is known there by the same hashes
    });

    private static int VersionOf(Database database, string folder)
    {
        int version = (int)database.Scalar(Schema.ReadVersion);
        if (version == 0)
        {
            return database.Scalar(Schema.CountTables) == 0
                ? 0
                : throw new WorkspaceException(new WorkspaceRefusal.Unreadable(folder, $"{Name} is not a file of Parcours"));
        }

        if (database.Scalar(Schema.ReadApplicationId) != Schema.ApplicationId)
        {
            throw new WorkspaceException(new WorkspaceRefusal.Unreadable(folder, $"{Name} is not a file of Parcours"));
        }

        return version <= Schema.Version ? version : throw new WorkspaceException(new WorkspaceRefusal.TooNew(folder, version));
    }
}

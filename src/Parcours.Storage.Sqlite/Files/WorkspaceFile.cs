using Parcours.Engine.Workspaces;

namespace Parcours.Storage.Sqlite.Files;

/// <summary>The SQLite file of a workspace: opening it, and bringing it to the present version.</summary>
internal static class WorkspaceFile
{
    private const string Name = "parcours.db";

    /// <summary>Where the file of a folder is.</summary>
    internal static string PathIn(string folder) => Path.Combine(folder, Name);

    /// <summary>Opens it to read; it must be there and of the present version.</summary>
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
            if (VersionOf(database, folder) == 0)
            {
                throw new WorkspaceException(new WorkspaceRefusal.Missing(folder));
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
                database.Execute(Schema.FullSync);
                database.Transaction(() =>
                {
                    Array.ForEach(Schema.Version1, database.Execute);
                    SettingsTable.NumberWorkspace(database);
                });
            }

            database.Execute(Schema.FullSync);
            database.Execute(Schema.CheckpointEvery128MB);
            return database;
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

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

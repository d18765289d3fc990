using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite.Files;
using Parcours.Storage.Sqlite.Snapshots;

namespace Parcours.Storage.Sqlite.Erasure;

/// <summary>
/// Makes the files of a workspace hold nothing of what was deleted: the log is emptied, and where a trace is still found the file is written anew.
/// Nothing else has the file open for writing.
/// </summary>
internal sealed class Cleaning(string folder, Database database)
{
    private const string OverwriteDeleted = "PRAGMA secure_delete = ON";
    private const string Vacuum = "VACUUM";

    // Kept beside the store, each cleaned by its own hand or holding nothing of anybody.
    private static readonly string[] _own = ["parcours.db", "parcours.db-wal", "parcours.db-shm", "parcours.lock", "parcours.writer", "parcours.sock", ErasureJournal.Name];

    /// <summary>Has SQLite overwrite what it deletes: before the transaction.</summary>
    internal void Prepare() => database.Execute(OverwriteDeleted);

    /// <summary>Cleans after the transaction.</summary>
    /// <param name="traces">What must not be found any more.</param>
    /// <param name="eraseMore">Looks further in the store when a trace is found: everybody's payloads.</param>
    internal void Run(Traces traces, Action eraseMore)
    {
        SnapshotFile.Delete(folder);
        EmptyLog();
        if (!traces.AreIn(database.Bytes().Read))
        {
            ErasedKeyTable.Cleaned(database);
            EmptyLog();
            return;
        }

        eraseMore();
        Rewrite();
    }

    /// <summary>Cleans after an erasure that ended, and nothing says what it was about: the whole file is written anew.</summary>
    internal void RunBlind()
    {
        SnapshotFile.Delete(folder);
        Rewrite();
    }

    /// <summary>The files of the folder that hold a trace, but for the store's own.</summary>
    internal IReadOnlyList<string> FilesWith(Traces traces) =>
        [.. Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.System })
            .Where(path => !_own.Contains(Path.GetRelativePath(folder, path), StringComparer.Ordinal))
            .Where(path => Holds(traces, path))
            .Select(path => Path.GetRelativePath(folder, path))
            .Order(StringComparer.Ordinal)];

    private static bool Holds(Traces traces, string path)
    {
        try
        {
            return traces.AreInFile(path);
        }
        catch (InvalidDataException)
        {
            return false; // not whole: nothing can be taken out of it either
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false; // gone meanwhile, or not ours to read
        }
    }

    private void Rewrite()
    {
        database.Execute(Vacuum);
        ErasedKeyTable.Cleaned(database);
        EmptyLog();
    }

    // The pragma answers a row: busy, when a reader still needs the log.
    private void EmptyLog()
    {
        for (int attempt = 0; database.Scalar(Schema.Checkpoint) != 0; attempt++)
        {
            if (attempt == 2)
            {
                throw new WorkspaceException(new WorkspaceRefusal.Held(folder, "a process that reads it"));
            }
        }
    }
}

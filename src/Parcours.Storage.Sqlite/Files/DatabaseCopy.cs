namespace Parcours.Storage.Sqlite.Files;

/// <summary>A copy of the file as it stands at one moment, made while others write.</summary>
internal static class DatabaseCopy
{
    private const string Copy = "VACUUM INTO ?1";

    // What was open when the copy was made must not be open again where it is restored.
    private static readonly string[] _forget = ["DELETE FROM operator_sessions", "DELETE FROM setup_links", "DELETE FROM answered_writes"];

    /// <summary>Makes it.</summary>
    /// <param name="database">The file, open to read at least.</param>
    /// <param name="folder">The workspace's folder, for refusals.</param>
    /// <param name="path">The copy; must not exist.</param>
    internal static void Make(Database database, string folder, string path)
    {
        using (Statement copy = database.Prepare(Copy))
        {
            copy.Bind(1, path).Run();
        }

        using Database made = Database.Open(folder, path, create: false);
        made.Transaction(() => Array.ForEach(_forget, made.Execute));
        made.Execute(Schema.WriteAhead); // a copy forgets the journal's mode
    }
}

namespace Parcours.Storage.Sqlite.Files;

/// <summary>Texts kept under names.</summary>
internal static class DocumentTable
{
    private const string Select = "SELECT text FROM documents WHERE name = ?1";
    private const string Upsert = "INSERT INTO documents (name, text) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET text = excluded.text";

    /// <summary>The text under a name; null for none.</summary>
    internal static string? Read(Database database, string name)
    {
        using Statement select = database.Prepare(Select).Bind(1, name);
        return select.Step() ? select.Text(0) : null;
    }

    /// <summary>Puts a text under a name.</summary>
    internal static void Write(Database database, string name, string text)
    {
        using Statement upsert = database.Prepare(Upsert);
        upsert.Bind(1, name).Bind(2, text).Run();
    }
}

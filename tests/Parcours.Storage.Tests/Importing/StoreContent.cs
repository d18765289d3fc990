using System.Security.Cryptography;
using System.Text;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Importing;

/// <summary>Every row of every table of a store: two stores with the same content cannot be told apart.</summary>
internal static class StoreContent
{
    private static readonly string[] _tables =
        ["imports", "identities", "joins", "terms", "kinds", "products", "facts", "message_ids", "quarantine", "documents"];

    /// <summary>How many rows each table has, and a hash of all of them.</summary>
    internal static string Of(string folder)
    {
        using Database database = WorkspaceFile.OpenToRead(folder);
        var content = new StringBuilder();
        foreach (string table in _tables)
        {
            List<string> columns = ColumnsOf(database, table);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using Statement rows = database.Prepare(
                $"SELECT {string.Join(" || ',' || ", columns.Select(column => $"quote({column})"))} FROM {table} ORDER BY {string.Join(", ", columns)}");
            int count = 0;
            for (; rows.Step(); count++)
            {
                hash.AppendData(rows.Utf8(0));
            }

            content.Append(table).Append(' ').Append(count).Append(' ').AppendLine(Convert.ToHexString(hash.GetHashAndReset()));
        }

        return content.ToString();
    }

    private static List<string> ColumnsOf(Database database, string table)
    {
        using Statement select = database.Prepare("SELECT name FROM pragma_table_info(?1)").Bind(1, table);
        var columns = new List<string>();
        while (select.Step())
        {
            columns.Add(select.Text(0)!);
        }

        return columns;
    }
}

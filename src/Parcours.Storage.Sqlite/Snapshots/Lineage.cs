using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Parcours.Storage.Sqlite.Erasure;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Snapshots;

/// <summary>
/// A number that says which workspace and which imports, one after the other, led to a state of the store. When an older copy of the
/// file is put back and other files are imported, the tables may end at the same numbers; the lineage does not.
/// </summary>
internal static class Lineage
{
    private const string Select = """
        SELECT id, facts, identities, terms, kinds, joins, name, kind, fingerprint FROM imports
        WHERE sealed = 1 AND id <= ?1 ORDER BY id
        """;

    /// <summary>The lineage of some marks; null when no sealed import of the store left these, nor passed by them while it was live.</summary>
    internal static long? Of(Database database, Marks marks)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(SettingsTable.WorkspaceNumber(database).ToString(CultureInfo.InvariantCulture)));
        if (ErasedKeyTable.Erasures(database) is > 0 and var erasures)
        {
            // What was seen before an erasure is of another store.
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"\nerasures {erasures}")));
        }

        Marks last = default;
        using Statement select = database.Prepare(Select).Bind(1, marks.Import);
        while (select.Step())
        {
            last = Marks.Read(select);
            for (int text = 6; text <= 8; text++)
            {
                hash.AppendData("\n"u8);
                hash.AppendData(select.Utf8(text));
            }
        }

        return last.Holds(marks) ? BinaryPrimitives.ReadInt64LittleEndian(hash.GetHashAndReset()) : null;
    }
}

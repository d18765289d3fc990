using Parcours.Engine.Erasure;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Erasure;

/// <summary>The hashes of keys of people who were erased, and how far the last erasure came.</summary>
internal static class ErasedKeyTable
{
    private const string SelectAll = "SELECT hash FROM erased_keys";
    private const string Insert = "INSERT OR IGNORE INTO erased_keys (hash, at) VALUES (?1, ?2)";
    private const string CountErasure = """
        INSERT INTO settings (name, value) VALUES ('erasures', '1')
        ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1
        """;

    private const string SelectErasures = "SELECT CAST(value AS INTEGER) FROM settings WHERE name = 'erasures'";
    private const string MarkUnclean = "INSERT OR IGNORE INTO settings (name, value) VALUES ('erasure_unclean', '1')";
    private const string MarkClean = "DELETE FROM settings WHERE name = 'erasure_unclean'";
    private const string SelectUnclean = "SELECT EXISTS (SELECT 1 FROM settings WHERE name = 'erasure_unclean')";

    /// <summary>All of them.</summary>
    internal static ErasedKeys Read(Database database, KeyHash? hash)
    {
        var hashes = new List<string>();
        using Statement select = database.Prepare(SelectAll);
        while (select.Step())
        {
            hashes.Add(select.Text(0)!);
        }

        return hash is null ? ErasedKeys.None : new ErasedKeys(hash, hashes);
    }

    /// <summary>How many erasures there were: a snapshot made before the last one is of another store.</summary>
    internal static long Erasures(Database database) => database.Scalar(SelectErasures);

    /// <summary>Whether an erasure ended before the files were clean.</summary>
    internal static bool IsUnclean(Database database) => database.Scalar(SelectUnclean) != 0;

    /// <summary>Counts an erasure and keeps its hashes, in the open transaction; the files are unclean from now on.</summary>
    internal static void Count(Database database, ErasurePlan plan)
    {
        using Statement insert = database.Prepare(Insert);
        foreach (string hash in plan.Hashes)
        {
            insert.Bind(1, hash).Bind(2, plan.At.Micros).Run();
        }

        database.Execute(CountErasure);
        database.Execute(MarkUnclean);
    }

    /// <summary>The files hold no trace any more.</summary>
    internal static void Cleaned(Database database) => database.Execute(MarkClean);
}

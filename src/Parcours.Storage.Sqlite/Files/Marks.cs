namespace Parcours.Storage.Sqlite.Files;

/// <summary>How far each table goes: what readers may see, or what an import has made durable.</summary>
/// <param name="Import">The import the marks are those of; 0 before any.</param>
/// <param name="Facts">The number of the last fact.</param>
/// <param name="Identities">How many identities: their numbers start at 0.</param>
/// <param name="Terms">The number of the last term: 0 is the empty text and is not stored.</param>
/// <param name="Kinds">How many custom kinds: their numbers start at 0.</param>
/// <param name="Joins">The number of the last join.</param>
internal readonly record struct Marks(long Import, long Facts, int Identities, int Terms, int Kinds, long Joins)
{
    private const string SelectSealed = """
        SELECT id, facts, identities, terms, kinds, joins FROM imports
        WHERE sealed = 1 ORDER BY id DESC LIMIT 1
        """;

    /// <summary>Whether the same import went through earlier marks on its way to these.</summary>
    internal bool Holds(Marks earlier) =>
        Import == earlier.Import && Facts >= earlier.Facts && Identities >= earlier.Identities && Terms >= earlier.Terms && Kinds >= earlier.Kinds && Joins >= earlier.Joins;

    /// <summary>What readers may see now.</summary>
    internal static Marks Sealed(Database database)
    {
        using Statement select = database.Prepare(SelectSealed);
        return select.Step() ? Read(select) : default;
    }

    /// <summary>The marks in the first six columns of a row.</summary>
    internal static Marks Read(Statement row) =>
        new(row.Int64(0), row.Int64(1), row.Int32(2), row.Int32(3), row.Int32(4), row.Int64(5));
}

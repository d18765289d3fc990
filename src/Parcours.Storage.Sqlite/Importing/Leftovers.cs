using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>
/// What imports that were given up left beyond the marks. It is removed in bounded transactions from the end, so that a crash in the
/// middle leaves tables without a gap; nobody resumes it, since its import's row went first.
/// </summary>
internal static class Leftovers
{
    private const int RowsAtOnce = 500_000;
    private const string LastFact = "SELECT max(id) FROM facts";
    private const string DeleteFacts = "DELETE FROM facts WHERE id > ?1";
    private const string DeleteQuarantine = "DELETE FROM quarantine WHERE import > ?1";
    private const string DeleteIdentities = "DELETE FROM identities WHERE id >= ?1";
    private const string DeleteJoins = "DELETE FROM joins WHERE id > ?1";
    private const string DeleteTerms = "DELETE FROM terms WHERE id > ?1";
    private const string DeleteKinds = "DELETE FROM kinds WHERE id >= ?1";

    /// <summary>Removes all that lies beyond the marks.</summary>
    internal static void Remove(Database database, Marks marks)
    {
        for (long last = database.Scalar(LastFact); last > marks.Facts; last = database.Scalar(LastFact))
        {
            long from = Math.Max(marks.Facts, last - RowsAtOnce);
            database.Transaction(() => Delete(database, DeleteFacts, from));
        }

        database.Transaction(() =>
        {
            Delete(database, DeleteQuarantine, marks.Import);
            Delete(database, DeleteJoins, marks.Joins);
            Delete(database, DeleteIdentities, marks.Identities);
            Delete(database, DeleteTerms, marks.Terms);
            Delete(database, DeleteKinds, marks.Kinds);
        });
    }

    private static void Delete(Database database, string sql, long from)
    {
        using Statement delete = database.Prepare(sql);
        delete.Bind(1, from).Run();
    }
}

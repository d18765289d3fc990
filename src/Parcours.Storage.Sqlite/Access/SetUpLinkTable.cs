using Parcours.Domain.Time;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Access;

/// <summary>The one set-up link that may be good.</summary>
internal static class SetUpLinkTable
{
    private const string DeleteAll = "DELETE FROM setup_links";
    private const string Insert = "INSERT INTO setup_links (hash, expires) VALUES (?1, ?2)";
    private const string MarkUsed = "UPDATE setup_links SET used = ?2 WHERE hash = ?1 AND used IS NULL AND expires > ?2 RETURNING 1";

    internal static void Replace(Database database, string hash, Instant expires)
    {
        database.Execute(DeleteAll);
        using Statement insert = database.Prepare(Insert);
        insert.Bind(1, hash).Bind(2, expires.Micros).Run();
    }

    /// <summary>Marks the link as used; whether it was good.</summary>
    internal static bool Use(Database database, string hash, Instant now)
    {
        using Statement mark = database.Prepare(MarkUsed);
        return mark.Bind(1, hash).Bind(2, now.Micros).Scalar(0) == 1;
    }
}

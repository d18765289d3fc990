using Parcours.Engine.Access;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Access;

/// <summary>The audit log, which triggers keep from being changed.</summary>
internal static class AuditTable
{
    private const string InsertLine = "INSERT INTO audit (at, actor, action, object) VALUES (?1, ?2, ?3, ?4)";
    private const string Select =
        "SELECT id, at, actor, action, object FROM audit WHERE id < ?1 AND (?3 IS NULL OR actor = ?3) AND (?4 IS NULL OR substr(action, 1, length(?4)) = ?4) AND at >= ?5 AND at <= ?6 ORDER BY id DESC LIMIT ?2";

    internal static void Insert(Database database, Audited audited, string subject)
    {
        using Statement insert = database.Prepare(InsertLine);
        insert.Bind(1, audited.At.Micros).Bind(2, audited.By.Actor).Bind(3, audited.Action).Bind(4, subject).Run();
    }

    internal static IReadOnlyList<AuditEntry> Before(Database database, long before, int most, AuditFilter filter)
    {
        using Statement select = database.Prepare(Select).Bind(1, before).Bind(2, most).Bind(3, filter.Actor).Bind(4, filter.Action)
            .Bind(5, filter.From.Micros).Bind(6, filter.To.Micros);
        List<AuditEntry> lines = [];
        while (select.Step())
        {
            lines.Add(new AuditEntry(select.Int64(0), Times.At(select, 1), select.Text(2)!, select.Text(3)!, select.Text(4)!));
        }

        return lines;
    }
}

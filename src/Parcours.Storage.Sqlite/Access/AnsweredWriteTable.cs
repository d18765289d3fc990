using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Access;

/// <summary>Writes that their clients named, and their answers, kept for a day.</summary>
internal static class AnsweredWriteTable
{
    private const string DeleteOld = "DELETE FROM answered_writes WHERE at <= ?1";
    private const string Select = "SELECT request, status, type, body FROM answered_writes WHERE caller = ?1 AND key = ?2";
    private const string Insert = "INSERT INTO answered_writes (caller, key, request, at) VALUES (?1, ?2, ?3, ?4)";
    private const string Update = "UPDATE answered_writes SET status = ?3, type = ?4, body = ?5 WHERE caller = ?1 AND key = ?2";
    private const string DeleteUnanswered = "DELETE FROM answered_writes WHERE status IS NULL";
    private const string Delete = "DELETE FROM answered_writes WHERE caller = ?1 AND key = ?2 AND status IS NULL";

    /// <summary>Lets go of the writes that a killed server had begun: whether they were done is for their clients to look at.</summary>
    internal static void ReleaseAll(Database database) => database.Execute(DeleteUnanswered);

    internal static AnsweredWrite? Claim(Database database, NamedWrite write, Instant at)
    {
        using (Statement delete = database.Prepare(DeleteOld))
        {
            delete.Bind(1, at.Micros - Instant.MicrosPerDay).Run();
        }

        using (Statement select = database.Prepare(Select))
        {
            if (select.Bind(1, write.Caller).Bind(2, write.Name).Step())
            {
                return new AnsweredWrite(select.Text(0)!, select.IsNull(1) ? null : new KeptAnswer(select.Int32(1), select.Text(2), select.Text(3)));
            }
        }

        using Statement insert = database.Prepare(Insert);
        insert.Bind(1, write.Caller).Bind(2, write.Name).Bind(3, write.Request).Bind(4, at.Micros).Run();
        return null;
    }

    internal static void Keep(Database database, NamedWrite write, KeptAnswer answer)
    {
        using Statement update = database.Prepare(Update);
        update.Bind(1, write.Caller).Bind(2, write.Name).Bind(3, answer.Status).Bind(4, answer.Type).Bind(5, answer.Body).Run();
    }

    internal static void Release(Database database, NamedWrite write)
    {
        using Statement delete = database.Prepare(Delete);
        delete.Bind(1, write.Caller).Bind(2, write.Name).Run();
    }
}

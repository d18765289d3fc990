using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Access;

/// <summary>The sessions, by the hash of their token.</summary>
internal static class SessionTable
{
    private const string Select = "SELECT operator, created, expires FROM operator_sessions WHERE hash = ?1";
    private const string InsertSession = "INSERT INTO operator_sessions (hash, operator, created, expires) VALUES (?1, ?2, ?3, ?4)";
    private const string DeleteSession = "DELETE FROM operator_sessions WHERE hash = ?1";
    private const string DeleteOfOperator = "DELETE FROM operator_sessions WHERE operator = ?1";
    private const string DeleteOthersOfOperator = "DELETE FROM operator_sessions WHERE operator = ?1 AND hash <> ?2";
    private const string DeleteOld = "DELETE FROM operator_sessions WHERE expires <= ?1";

    internal static Session? Find(Database database, string hash)
    {
        using Statement select = database.Prepare(Select).Bind(1, hash);
        return select.Step() ? new Session(hash, select.Int32(0), Times.At(select, 1), Times.At(select, 2)) : null;
    }

    internal static void Insert(Database database, Session session)
    {
        using Statement insert = database.Prepare(InsertSession);
        insert.Bind(1, session.Hash).Bind(2, session.OperatorId).Bind(3, session.Created.Micros).Bind(4, session.Expires.Micros).Run();
    }

    internal static void Delete(Database database, string hash)
    {
        using Statement delete = database.Prepare(DeleteSession);
        delete.Bind(1, hash).Run();
    }

    internal static void DeleteOf(Database database, int operatorId)
    {
        using Statement delete = database.Prepare(DeleteOfOperator);
        delete.Bind(1, operatorId).Run();
    }

    internal static void DeleteOthers(Database database, int operatorId, string hash)
    {
        using Statement delete = database.Prepare(DeleteOthersOfOperator);
        delete.Bind(1, operatorId).Bind(2, hash).Run();
    }

    internal static void DeleteExpired(Database database, Instant now)
    {
        using Statement delete = database.Prepare(DeleteOld);
        delete.Bind(1, now.Micros).Run();
    }
}

using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Access;

/// <summary>The recovery codes that operators have left, by their hashes.</summary>
internal static class RecoveryCodeTable
{
    private const string InsertCode = "INSERT INTO recovery_codes (operator, hash) VALUES (?1, ?2)";
    private const string DeleteCode = "DELETE FROM recovery_codes WHERE operator = ?1 AND hash = ?2 RETURNING 1";
    private const string DeleteOfOperator = "DELETE FROM recovery_codes WHERE operator = ?1";
    private const string CountOfOperator = "SELECT count(*) FROM recovery_codes WHERE operator = ?1";

    internal static void Replace(Database database, int operatorId, IReadOnlyList<string> hashes)
    {
        DeleteOf(database, operatorId);
        using Statement insert = database.Prepare(InsertCode);
        foreach (string hash in hashes)
        {
            insert.Bind(1, operatorId).Bind(2, hash).Run();
        }
    }

    internal static bool Use(Database database, int operatorId, string hash)
    {
        using Statement delete = database.Prepare(DeleteCode);
        return delete.Bind(1, operatorId).Bind(2, hash).Scalar(0) != 0;
    }

    internal static void DeleteOf(Database database, int operatorId)
    {
        using Statement delete = database.Prepare(DeleteOfOperator);
        delete.Bind(1, operatorId).Run();
    }

    internal static int Count(Database database, int operatorId)
    {
        using Statement count = database.Prepare(CountOfOperator);
        return (int)count.Bind(1, operatorId).Scalar(0);
    }
}

using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Access;

/// <summary>The operators, by number.</summary>
internal static class OperatorTable
{
    private const string SelectAll = "SELECT id, email, name, role, password, totp, totp_step, failures, locked, created, disabled FROM operators ORDER BY id";
    private const string InsertOperator =
        """
        INSERT INTO operators (email, name, role, password, totp, totp_step, failures, locked, created, disabled)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) RETURNING id
        """;

    private const string UpdateOperator =
        """
        UPDATE operators SET email = ?1, name = ?2, role = ?3, password = ?4, totp = ?5, totp_step = ?6, failures = ?7, locked = ?8, created = ?9, disabled = ?10
        WHERE id = ?11
        """;

    internal static IReadOnlyList<Operator> All(Database database)
    {
        using Statement select = database.Prepare(SelectAll);
        List<Operator> people = [];
        while (select.Step())
        {
            people.Add(new Operator(
                select.Int32(0), select.Text(1)!, select.Text(2)!, (Role)select.Int32(3), select.Text(4)!, select.Text(5), select.Int64(6), select.Int32(7),
                select.IsNull(8) ? Instant.Beginning : new Instant(select.Int64(8)), Times.At(select, 9), Times.At(select, 10)));
        }

        return people;
    }

    internal static int Insert(Database database, Operator person)
    {
        using Statement insert = database.Prepare(InsertOperator);
        return (int)Bound(insert, person).Scalar(0);
    }

    internal static void Update(Database database, Operator person)
    {
        using Statement update = database.Prepare(UpdateOperator);
        Bound(update, person).Bind(11, person.Id).Run();
    }

    private static Statement Bound(Statement statement, Operator person)
    {
        statement.Bind(1, person.Email).Bind(2, person.Name).Bind(3, (long)person.Role).Bind(4, person.Password).Bind(5, person.Totp)
            .Bind(6, person.TotpStep).Bind(7, person.Failures);
        Times.Bind(statement, 8, person.LockedUntil == Instant.Beginning ? Instant.Never : person.LockedUntil);
        Times.Bind(statement, 9, person.Created);
        Times.Bind(statement, 10, person.Disabled);
        return statement;
    }
}

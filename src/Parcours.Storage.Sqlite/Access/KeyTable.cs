using System.Collections.Immutable;
using System.Globalization;
using Parcours.Engine.Access;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Access;

/// <summary>The keys, by number.</summary>
internal static class KeyTable
{
    private const string SelectAll = "SELECT id, kind, name, hash, scopes, created, expires, revoked, browser FROM access_keys ORDER BY id";
    private const string InsertKey = "INSERT INTO access_keys (kind, name, hash, scopes, created, expires, revoked, browser) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) RETURNING id";
    private const string UpdateKey = "UPDATE access_keys SET revoked = ?2, browser = ?3 WHERE id = ?1";

    internal static IReadOnlyList<AccessKey> All(Database database)
    {
        using Statement select = database.Prepare(SelectAll);
        List<AccessKey> keys = [];
        while (select.Step())
        {
            keys.Add(new AccessKey(
                select.Int32(0), (KeyKind)select.Int32(1), select.Text(2)!, select.Text(3)!, ScopesIn(select.Text(4)!),
                Times.At(select, 5), Times.At(select, 6), Times.At(select, 7), select.Int32(8) != 0));
        }

        return keys;
    }

    internal static int Insert(Database database, AccessKey key)
    {
        using Statement insert = database.Prepare(InsertKey);
        insert.Bind(1, (long)key.Kind).Bind(2, key.Name).Bind(3, key.Hash).Bind(4, string.Join(' ', key.Scopes.Select(scope => ((int)scope).ToString(CultureInfo.InvariantCulture))));
        Times.Bind(insert, 5, key.Created);
        Times.Bind(insert, 6, key.Expires);
        Times.Bind(insert, 7, key.Revoked);
        return (int)insert.Bind(8, key.Browser ? 1 : 0).Scalar(0);
    }

    internal static void Update(Database database, AccessKey key)
    {
        using Statement update = database.Prepare(UpdateKey);
        Times.Bind(update, 2, key.Revoked);
        update.Bind(1, key.Id).Bind(3, key.Browser ? 1 : 0).Run();
    }

    private static ImmutableArray<Scope> ScopesIn(string text) =>
        [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => (Scope)int.Parse(number, CultureInfo.InvariantCulture))];
}

using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite;
using Parcours.Storage.Sqlite.Files;
using Parcours.Storage.Stores;

namespace Parcours.Storage.Files;

public sealed class MigrationTests : IDisposable
{
    private const string Objects = "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY type, name";

    private readonly StoreFolder _folder = new();

    private string DatabasePath => Path.Combine(_folder.Path, "parcours.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Workspace_of_version_1_is_brought_to_the_present_with_all_its_rows(bool forWriting)
    {
        MakeVersion1();
        string[] before = ContentOfVersion1();

        SqliteStore.Open(_folder.Path, forWriting).Dispose();

        Assert.Equal(before, ContentOfVersion1());
        Assert.Equal(Schema.Version, (int)Read(database => database.Scalar(Schema.ReadVersion)));
    }

    [Fact]
    public void Workspace_migrated_has_the_shape_of_a_new_one()
    {
        SqliteStore.Open(_folder.Path, forWriting: true).Dispose();
        string[] fresh = Rows(Objects);
        File.Delete(DatabasePath);
        MakeVersion1();

        SqliteStore.Open(_folder.Path, forWriting: true).Dispose();

        Assert.Equal(fresh, Rows(Objects));
    }

    [Fact]
    public void Migration_that_fails_leaves_the_file_as_it_was()
    {
        MakeVersion1();
        Change("CREATE TABLE audit (already INTEGER)"); // in the way of the step
        string[] before = Rows(Objects);

        Assert.Throws<WorkspaceException>(() => SqliteStore.Open(_folder.Path, forWriting: true).Dispose());

        Assert.Equal(before, Rows(Objects));
        Assert.Equal(1, (int)Read(database => database.Scalar(Schema.ReadVersion)));
    }

    [Fact]
    public void Workspace_of_version_1_held_by_its_writer_is_left_alone()
    {
        MakeVersion1();
        using (WriteLock.Take(_folder.Path))
        {
            var refused = Assert.Throws<WorkspaceException>(() => SqliteStore.Open(_folder.Path, forWriting: false).Dispose());
            Assert.IsType<WorkspaceRefusal.Held>(refused.Refusal);
        }

        Assert.Equal(1, (int)Read(database => database.Scalar(Schema.ReadVersion)));
    }

    [Fact]
    public void Audit_row_is_never_changed_nor_deleted()
    {
        SqliteStore.Open(_folder.Path, forWriting: true).Dispose();
        Change("INSERT INTO audit (at, actor, action, object) VALUES (1, 'local', 'key.created', 'key:1')");

        Assert.Throws<WorkspaceException>(() => Change("UPDATE audit SET actor = 'operator:1'"));
        Assert.Throws<WorkspaceException>(() => Change("DELETE FROM audit"));

        Assert.Equal(["local"], Rows("SELECT actor FROM audit"));
    }

    // An import's rows in a file without anything that later versions added.
    private void MakeVersion1()
    {
        using (Database database = Database.Open(_folder.Path, DatabasePath, create: true))
        {
            database.Execute(Schema.WriteAhead);
            database.Transaction(() => Array.ForEach(Schema.Version1, database.Execute));
        }

        using (Database database = Database.Open(_folder.Path, DatabasePath, create: false))
        {
            database.Transaction(() =>
            {
                foreach (string table in Tables(database))
                {
                    using Statement info = database.Prepare($"SELECT count(*) FROM pragma_table_info('{table}')");
                    string values = string.Join(", ", Enumerable.Range(1, (int)info.Scalar(0)));
                    database.Execute($"INSERT INTO {table} VALUES ({values})");
                }
            });
        }
    }

    private string[] ContentOfVersion1() =>
    [
        .. new[] { "settings", "documents", "imports", "identities", "joins", "terms", "kinds", "products", "facts", "message_ids", "quarantine" }.Select(Row),
    ];

    private string Row(string table) => Read(database =>
    {
        using Statement select = database.Prepare($"SELECT * FROM {table}");
        Assert.True(select.Step());
        using Statement info = database.Prepare($"SELECT count(*) FROM pragma_table_info('{table}')");
        return table + ": " + string.Join(' ', Enumerable.Range(0, (int)info.Scalar(0)).Select(column => select.Text(column)).OfType<string>());
    });

    private static List<string> Tables(Database database)
    {
        using Statement select = database.Prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
        List<string> names = [];
        while (select.Step())
        {
            names.Add(select.Text(0)!);
        }

        return names;
    }

    private string[] Rows(string sql) => Read(database =>
    {
        using Statement select = database.Prepare(sql);
        List<string> rows = [];
        while (select.Step())
        {
            rows.Add(select.Text(0)!);
        }

        return rows.ToArray();
    });

    private T Read<T>(Func<Database, T> work)
    {
        using Database database = Database.Open(_folder.Path, DatabasePath, create: false);
        return work(database);
    }

    private void Change(string sql)
    {
        using Database database = Database.Open(_folder.Path, DatabasePath, create: false);
        database.Execute(sql);
    }
}

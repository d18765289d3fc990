using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Stores;

public sealed class SqliteStoreTests : StoreTests
{
    private string DatabasePath => Path.Combine(Folder, "parcours.db");

    [Fact]
    public void File_that_is_no_database_is_unreadable()
    {
        File.WriteAllText(DatabasePath, new string('x', 9000));

        Assert.IsType<WorkspaceRefusal.Unreadable>(Refusal(forWriting: false));
        Assert.IsType<WorkspaceRefusal.Unreadable>(Refusal(forWriting: true));
    }

    [Fact]
    public void Database_of_another_program_is_unreadable_and_left_alone()
    {
        using (Database other = Database.Open(Folder, DatabasePath, create: true))
        {
            other.Execute("CREATE TABLE customers (id INTEGER)");
        }

        byte[] before = File.ReadAllBytes(DatabasePath);
        Assert.IsType<WorkspaceRefusal.Unreadable>(Refusal(forWriting: true));
        Assert.Equal(before, File.ReadAllBytes(DatabasePath));
    }

    [Fact]
    public void Database_of_a_later_version_is_too_new()
    {
        Open(forWriting: true).Dispose();
        using (Database later = Database.Open(Folder, DatabasePath, create: false))
        {
            later.Execute("PRAGMA user_version = 99");
        }

        Assert.Equal(new WorkspaceRefusal.TooNew(Folder, 99), Refusal(forWriting: false));
        Assert.Equal(new WorkspaceRefusal.TooNew(Folder, 99), Refusal(forWriting: true));
    }

    [Fact]
    public void Damaged_page_is_unreadable_rather_than_a_wrong_answer()
    {
        using (IWorkspaceStore store = Open(forWriting: true))
        {
            new MadeFacts("a.csv", 3000).ImportInto(store);
        }

        byte[] bytes = File.ReadAllBytes(DatabasePath);
        Array.Fill(bytes, (byte)0xEE, 8192, bytes.Length - 8192);
        File.WriteAllBytes(DatabasePath, bytes);

        var refused = Assert.Throws<WorkspaceException>(() =>
        {
            using IWorkspaceStore store = Open(forWriting: false);
            store.Load(null);
        });
        Assert.IsType<WorkspaceRefusal.Unreadable>(refused.Refusal);
    }

    [Fact]
    public void Lock_left_by_a_killed_process_is_no_obstacle()
    {
        File.WriteAllText(Path.Combine(Folder, "parcours.lock"), string.Empty);
        File.WriteAllText(Path.Combine(Folder, "parcours.writer"), "process 1 (parcours import)");

        using IWorkspaceStore store = Open(forWriting: true);
        new MadeFacts("a.csv", 100).ImportInto(store);
        Assert.NotEqual(0, store.Load(null).FactCount);
    }

    private protected override IWorkspaceStore Open(bool forWriting) => SqliteStore.Open(Folder, forWriting);

    private protected override IWorkspaceStore OpenIn(string folder, bool forWriting) => SqliteStore.Open(folder, forWriting);

    private WorkspaceRefusal Refusal(bool forWriting) => Assert.Throws<WorkspaceException>(() => Open(forWriting)).Refusal;
}

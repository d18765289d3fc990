using Parcours.Engine.Identity;
using Parcours.Server.Hosting;
using Parcours.Server.Imports;

namespace Parcours.Server.Sources.Inbox;

public sealed class InboxFolderTests
{
    private const string Till = "N° ticket;Date;Carte fidélité;Montant TTC\nT1;03/04/2021;2990001;59,90 €\nT2;14/04/2021;2990001;24,00 €\n";

    [Fact]
    public async Task File_that_stands_still_is_imported_and_goes_to_done()
    {
        await using var server = await StartedServer.StartAsync(options => options with { WatchesInbox = false });
        InboxFolder inbox = Inbox(server, "files: [{ match: \"till-*.csv\", as: orders }]");
        string file = Put(server, "till-lyon.csv", Till[..40]);
        inbox.Look();
        await File.WriteAllTextAsync(file, Till);
        inbox.Look(); // it grew: another look must find it the same
        Assert.Empty(server.Service<ImportShelf>().All());
        inbox.Look();
        await EndAsync(server);
        inbox.Look();

        Assert.Equal("order:5990 order:2400", server.Facts(IdentityKind.LoyaltyCard, "2990001"));
        Assert.Equal("20260301-120000-till-lyon.csv", Path.GetFileName(Assert.Single(Directory.EnumerateFiles(Path.Combine(server.Folder, "inbox", "done")))));
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task Same_file_of_the_next_night_adds_what_is_new_and_keeps_the_other()
    {
        await using var server = await StartedServer.StartAsync(options => options with { WatchesInbox = false });
        InboxFolder inbox = Inbox(server, "files: [{ match: \"till-*.csv\", as: orders }]");
        foreach (string text in new[] { Till, Till + "T3;15/04/2021;2990001;10,00 €\n" })
        {
            Put(server, "till-lyon.csv", text);
            inbox.Look();
            inbox.Look();
            await EndAsync(server);
            inbox.Look();
        }

        Assert.Equal("order:5990 order:2400 order:1000", server.Facts(IdentityKind.LoyaltyCard, "2990001"));
        Assert.Equal(2, Directory.EnumerateFiles(Path.Combine(server.Folder, "inbox", "done")).Count());
    }

    [Theory]
    [InlineData("files: [{ match: \"till-*.csv\", as: orders }]", "notes.txt", "hello", "No rule of inbox.yaml matches the name notes.txt.")]
    [InlineData("files: [{ match: \"*.csv\", as: ordres }]", "till.csv", Till, "orders")]
    [InlineData(null, "till.csv", Till, "There is no inbox.yaml in the workspace")]
    [InlineData("files: [{ match: \"*.csv\", as: orders }]", "till.csv", "a;b\n1;2\n", "column")]
    public async Task File_that_cannot_be_imported_goes_to_failed_with_the_reason_beside(string? rules, string name, string text, string reason)
    {
        await using var server = await StartedServer.StartAsync(options => options with { WatchesInbox = false });
        InboxFolder inbox = Inbox(server, rules);
        Put(server, name, text);
        inbox.Look();
        inbox.Look();
        await EndAsync(server);
        inbox.Look();

        string failed = Path.Combine(server.Folder, "inbox", "failed", "20260301-120000-" + name);
        Assert.True(File.Exists(failed));
        Assert.Contains(reason, await File.ReadAllTextAsync(failed + ".reason.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".hidden.csv")]
    [InlineData("till-lyon.csv.part")]
    [InlineData("~till-lyon.csv")]
    public async Task File_that_is_still_being_copied_is_left_alone(string name)
    {
        await using var server = await StartedServer.StartAsync(options => options with { WatchesInbox = false });
        InboxFolder inbox = Inbox(server, "files: [{ match: \"*\", as: orders }]");
        string file = Put(server, name, Till);
        inbox.Look();
        inbox.Look();
        Assert.True(File.Exists(file));
        Assert.Empty(server.Service<ImportShelf>().All());
    }

    // The server's own worker does not look: it would do so in between.
    private static InboxFolder Inbox(StartedServer server, string? rules)
    {
        if (rules is not null)
        {
            File.WriteAllText(Path.Combine(server.Folder, "inbox.yaml"), rules);
        }

        return server.Service<InboxFolder>();
    }

    private static string Put(StartedServer server, string name, string text)
    {
        string folder = Path.Combine(server.Folder, "inbox");
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static async Task EndAsync(StartedServer server)
    {
        foreach (ImportAsked asked in server.Service<ImportShelf>().All())
        {
            while (!server.Service<ImportWorker>().StateOf(asked.Id).HasEnded)
            {
                await Task.Delay(10);
            }
        }
    }
}

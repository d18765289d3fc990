using System.IO.Compression;
using System.Text;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Erasure;
using Parcours.Engine.Identity;
using Parcours.Engine.Import;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Storage.Live;
using Parcours.Storage.Sqlite;
using Parcours.Storage.Stores;
using static Parcours.Storage.Live.LiveStory;

namespace Parcours.Storage.Erasure;

public sealed class ErasureTests
{
    [Fact]
    public async Task No_byte_of_somebody_erased_is_in_any_file_while_the_workspace_is_open()
    {
        using LiveStory story = await Story();
        List<string> before = FolderBytes.Holding(story.Folder, Canaries.All);
        Assert.Equal(Canaries.All.Order(), before.Select(line => line[..line.IndexOf(" in ", StringComparison.Ordinal)]).Distinct().Order());
        Assert.Contains($"{Canaries.Customer} in snapshot.bin", before);

        ErasureOutcome outcome = await Erase(story, Canaries.Customer);

        Assert.Equal(1, outcome.People);
        Assert.Empty(outcome.Elsewhere);
        Assert.Empty(FolderBytes.Holding(story.Folder, Canaries.All));
        Assert.Equal(3, FolderBytes.Holding(story.Folder, ["neighbour payload", "neighbour kept", "neighbour live raw"]).Count);
        story.Restart();
        Assert.Empty(FolderBytes.Holding(story.Folder, Canaries.All));
    }

    [Fact]
    public async Task Figures_by_day_are_what_they_were()
    {
        using LiveStory story = await Story();
        string before = ByDay(story.Live.Histories);
        await Erase(story, Canaries.Customer);

        Assert.Equal(before, ByDay(story.Live.Histories));
        Assert.Equal(BaseText.Of(story.Live.Histories), story.Fresh(withoutSnapshot: false));
        Assert.Equal(BaseText.Of(story.Live.Histories), story.Fresh(withoutSnapshot: true));
        Assert.DoesNotContain("canary", BaseText.Of(story.Live.Histories), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Figures_go_on_under_a_new_name_cut_to_the_day_and_the_order_keeps_its_lines()
    {
        using LiveStory story = await Story();
        await Erase(story, Canaries.Customer);
        HistoryBase histories = story.Live.Histories;
        int successor = histories.SubjectCount - 1;

        Assert.StartsWith("erased-", histories.Subjects.KeyOf(successor), StringComparison.Ordinal);
        Fact[] facts = histories[successor].Facts.ToArray();
        Assert.Equal(["order", "order_line", "opt_in", "search", "order", "review", "song_played"], facts.Select(fact => histories.Vocabulary.NameOf(fact.Kind)));
        Assert.All(facts, fact => Assert.Equal(0, fact.At.Micros % 86_400_000_000));
        Assert.All(facts, fact => Assert.True(fact.Flags.HasFlag(FactFlags.DateOnly)));
        Assert.Equal(histories[successor].Links[0], histories[successor].Links[1]);
        Assert.NotEqual(LinkHash.Of(Canaries.ImportedOrder), histories[successor].Links[0]);
        Assert.Equal("tea", histories.Vocabulary.TextOf(facts[1].Item));
    }

    [Fact]
    public async Task Message_about_somebody_erased_is_put_aside_empty_and_so_after_a_restart()
    {
        using LiveStory story = await Story();
        await Erase(story, Canaries.Customer);

        foreach (IncomingIdentity key in (IncomingIdentity[])[Mail(Canaries.Email), User(Canaries.Customer), Device(Canaries.Device)])
        {
            IntakeCounts counts = await story.Say(Trust.Company, story.Event([User("somebody new"), key], [Order("A9", 100)]) with { Payload = $"{{\"mail\":\"{Canaries.Email}\"}}" });
            Assert.Equal(new IntakeCounts(1, 0, 0, 1), counts);
            story.Restart();
        }

        Assert.Equal(-1, await story.Live.Ask(graph => graph.Find(IdentityKind.Email, Canaries.Email)));
        Assert.Empty(FolderBytes.Holding(story.Folder, Canaries.All));
        Assert.Equal(new IntakeCounts(1, 1, 0, 0), await story.Say(Trust.Company, story.Event([User("somebody new")], [Order("A9", 100)])));
    }

    [Fact]
    public async Task Import_is_told_whom_it_must_refuse()
    {
        using LiveStory story = await Story();
        await Erase(story, Canaries.Customer);
        story.Live.Dispose();

        using IImportSession trial = story.Store.BeginTrial();
        using IImportSession session = story.Store.BeginImport(new ImportSource("again.csv", "orders", "2"));
        foreach (ErasedKeys erased in (ErasedKeys[])[trial.Erased, session.Erased])
        {
            Assert.True(erased.Contains(IdentityKind.Email, Canaries.Email));
            Assert.False(erased.Contains(IdentityKind.Phone, Canaries.Email));
            Assert.False(erased.Contains(IdentityKind.Customer, "neighbour"));
        }

        session.Abandon();
    }

    [Fact]
    public async Task Upload_read_before_the_erasure_and_stored_after_it_brings_nobody_back()
    {
        using LiveStory story = await Story();
        using var import = new LiveImport(story.Live, story.Store.BeginTrial(), Day(1), AccountNumbers.OfImport(1), default);
        int someone = import.IdentityOf(IdentityKind.Customer, Canaries.Customer);
        int neighbour = import.IdentityOf(IdentityKind.Customer, "neighbour");
        import.Join(someone, import.IdentityOf(IdentityKind.Email, Canaries.Email));
        import.Add(Late(1, someone));
        import.Add(Late(2, neighbour));
        await Erase(story, Canaries.Customer);
        string before = story.Facts(IdentityKind.Customer, "neighbour");

        import.Seal(new ImportCounts(2, 2, 0, 0, 2, 2, 0));

        Assert.Equal(-1, await story.Live.Ask(graph => graph.Find(IdentityKind.Customer, Canaries.Customer)));
        Assert.Empty(FolderBytes.Holding(story.Folder, Canaries.All));
        Assert.NotEqual(before, story.Facts(IdentityKind.Customer, "neighbour"));
    }

    private static StoredFact Late(ulong id, int identity) =>
        new(identity, new Fact(Day(1), 500, 0, FactKind.Order, 1, 0), 0, new UInt128(7, id), Extra.None);

    [Fact]
    public async Task Snapshot_of_before_is_never_loaded_again()
    {
        using LiveStory story = await Story();
        string path = Path.Combine(story.Folder, "snapshot.bin");
        byte[] old = File.ReadAllBytes(path);
        await Erase(story, Canaries.Customer);
        string now = BaseText.Of(story.Live.Histories);
        File.WriteAllBytes(path, old);

        Assert.Equal(now, story.Fresh(withoutSnapshot: false));
    }

    [Fact]
    public async Task Reader_that_loaded_before_does_not_bring_a_snapshot_of_before()
    {
        using LiveStory story = await Story();
        using var reader = SqliteStore.Open(story.Folder, forWriting: false);
        HistoryBase before = reader.Load(null);
        await Erase(story, Canaries.Customer);
        reader.SaveSnapshot(before);

        Assert.Empty(FolderBytes.Holding(story.Folder, Canaries.All));
    }

    [Fact]
    public async Task Copy_that_still_names_them_is_told()
    {
        using LiveStory story = await Story();
        Directory.CreateDirectory(Path.Combine(story.Folder, "backups"));
        File.WriteAllText(Path.Combine(story.Folder, "backups", "old.txt"), "x" + Canaries.Email);

        Assert.Equal([Path.Combine("backups", "old.txt")], (await Erase(story, Canaries.Customer)).Elsewhere);
    }

    [Theory]
    [InlineData("till.xlsx")]
    [InlineData("till.csv.gz")]
    [InlineData("till.csv")]
    public async Task File_of_the_inbox_that_cannot_be_taken_apart_is_told(string name)
    {
        using LiveStory story = await Story();
        string path = Path.Combine(story.Folder, "inbox", "done", name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        byte[] line = Encoding.UTF8.GetBytes("<si><t>" + Canaries.Email + "</t></si>");
        using (FileStream file = File.Create(path))
        {
            if (name.EndsWith(".xlsx", StringComparison.Ordinal))
            {
                using var packed = new ZipArchive(file, ZipArchiveMode.Create);
                using Stream part = packed.CreateEntry("xl/sharedStrings.xml").Open();
                part.Write(line);
            }
            else if (name.EndsWith(".gz", StringComparison.Ordinal))
            {
                using var packed = new GZipStream(file, CompressionLevel.Fastest);
                packed.Write(line);
            }
            else
            {
                file.Write([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("mail\n" + Canaries.Email + "\n")]);
            }
        }

        Assert.Equal([Path.Combine("inbox", "done", name)], (await Erase(story, Canaries.Customer)).Elsewhere);
    }

    [Fact]
    public async Task Stakeholder_leaves_the_figures_of_the_account()
    {
        using var story = new LiveStory();
        await story.Say(Trust.Company, story.Event([User("stakeholder-1")], []) with { Group = new IncomingGroup("ACME", "buyer"), Payload = "{\"by\":\"stakeholder-1\"}" });
        await story.Say(Trust.Company, story.Event([User("stakeholder-1")], [Order("A1", 100), new() { Kind = "trial_started", OfAccount = true }], 1) with
        {
            Group = new IncomingGroup("ACME", null),
            Payload = "{\"by\":\"stakeholder-1\"}",
        });
        string before = story.Facts(IdentityKind.Account, "ACME");
        await Erase(story, "stakeholder-1");

        Assert.Equal(before, story.Facts(IdentityKind.Account, "ACME"));
        Assert.Contains("order:100", before, StringComparison.Ordinal);
        Assert.Empty(FolderBytes.Holding(story.Folder, ["stakeholder-1"]));
        Assert.Equal(BaseText.Of(story.Live.Histories), story.Fresh(withoutSnapshot: true));
    }

    [Fact]
    public async Task Somebody_of_no_account_leaves_accounts_as_they_are()
    {
        using var story = new LiveStory();
        await story.Say(Trust.Company, story.Event([User("stakeholder-1")], [Order("A1", 100)]) with { Group = new IncomingGroup("ACME", "buyer") });
        await story.Say(Trust.Company, story.Event([User("consumer-1")], [Order("B1", 50)], 1));
        string before = story.Facts(IdentityKind.Account, "ACME");
        await Erase(story, "consumer-1");

        Assert.Equal(before, story.Facts(IdentityKind.Account, "ACME"));
        Assert.Empty(FolderBytes.Holding(story.Folder, ["consumer-1"]));
        Assert.Equal(BaseText.Of(story.Live.Histories), story.Fresh(withoutSnapshot: false));
        Assert.Equal(BaseText.Of(story.Live.Histories), story.Fresh(withoutSnapshot: true));

        await story.Say(Trust.Company, story.Event([User("stakeholder-1")], [Order("A2", 20)], 2) with { Group = new IncomingGroup("ACME", null) });
        await Erase(story, "stakeholder-1");
        Assert.Equal(BaseText.Of(story.Live.Histories), story.Fresh(withoutSnapshot: true));
    }

    private static async Task<LiveStory> Story()
    {
        var folder = new StoreFolder();
        Canaries.Import(folder.Path);
        var story = new LiveStory(folder);
        await Canaries.Say(story);
        return story;
    }

    private static async Task<ErasureOutcome> Erase(LiveStory story, string customer)
    {
        int identity = await story.Live.Ask(graph => graph.Find(IdentityKind.Customer, customer));
        return await story.Live.Erase([identity], Day(2));
    }

    /// <summary>Kinds and values of each local day, over everybody, without attributes and notes.</summary>
    private static string ByDay(HistoryBase histories) => string.Join('\n', Enumerable.Range(0, histories.SubjectCount)
        .SelectMany(subject => histories[subject].Facts.ToArray())
        .Where(fact => fact.Kind is not (FactKind.AttributeChanged or FactKind.Note))
        .Select(fact => $"{histories.Calendar.DayOf(fact.At)} {histories.Vocabulary.NameOf(fact.Kind)} {fact.Value} {fact.Currency}")
        .Order(StringComparer.Ordinal));
}

using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Import;
using Parcours.Engine.Workspaces;

namespace Parcours.Storage.Stores;

/// <summary>What every store must do; each kind of store is a class that derives from this one.</summary>
public abstract class StoreTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    private protected string Folder => _folder.Path;

    public void Dispose()
    {
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract IWorkspaceStore Open(bool forWriting);

    private protected abstract IWorkspaceStore OpenIn(string folder, bool forWriting);

    [Fact]
    public void Store_never_written_is_missing() =>
        Assert.IsType<WorkspaceRefusal.Missing>(Assert.Throws<WorkspaceException>(() => Open(forWriting: false)).Refusal);

    [Fact]
    public void Store_sealed_import_is_what_readers_see()
    {
        using (IWorkspaceStore store = Open(forWriting: true))
        using (IImportSession session = store.BeginImport(new ImportSource("a.csv", "orders", "1")))
        {
            int customer = session.IdentityOf(IdentityKind.Customer, "42");
            int item = session.TermOf("shoes");
            session.Product(item, session.TermOf("clothes"), null);
            session.Add(Order(customer, day: 2, value: 1250, message: 1) with { LinkKey = "N-1", Payload = "{\"a\":1}" });
            session.Add(Order(customer, day: 1, value: 300, message: 2));
            session.Seal(new ImportCounts(2, 2, 0, 0, 1, 2, 0));
        }

        using IWorkspaceStore reader = Open(forWriting: false);
        HistoryBase histories = reader.Load(null);
        History history = histories[reader.FindSubject("42")];

        Assert.Equal([300, 1250], history.Facts.ToArray().Select(fact => fact.Value));
        Assert.Equal("EUR", Currencies.CodeOf(histories.Currency));
        Assert.True(histories.Vocabulary.TryFind("shoes", out int shoes));
        Assert.Equal("clothes", histories.Vocabulary.TextOf(histories.Vocabulary.CategoryOf(shoes)));
        Assert.Equal([new StoredDetail(null, null), new StoredDetail("N-1", "{\"a\":1}")], reader.DetailsOf(history.FactIds));
        Assert.Equal(-1, reader.FindSubject("43"));
    }

    [Fact]
    public void Store_unsealed_import_is_invisible_and_resumed()
    {
        var file = new MadeFacts("a.csv", 3000);
        string clean = ContentAfter(file);

        using IWorkspaceStore store = Open(forWriting: true);
        using (IImportSession interrupted = store.BeginImport(file.Source))
        {
            Assert.Throws<OperationCanceledException>(() => file.SayTo(interrupted, line => _ = line < 2000 ? line : throw new OperationCanceledException()));
        }

        using (IWorkspaceStore reader = Open(forWriting: false))
        {
            Assert.Equal(0, reader.Load(null).SubjectCount);
            Assert.Equal(-1, reader.FindSubject("C00001"));
        }

        using (IImportSession resumed = store.BeginImport(file.Source))
        {
            Assert.InRange(resumed.ResumedFacts, 1000, 2000);
            file.ImportInto(resumed);
        }

        Assert.Equal(clean, BaseText.Of(store.Load(null)));
    }

    [Fact]
    public void Trial_knows_what_is_sealed_while_another_writes_and_leaves_its_import_alone()
    {
        var first = new MadeFacts("a.csv", 1500);
        using IWorkspaceStore store = Open(forWriting: true);
        first.ImportInto(store);
        using (IImportSession interrupted = store.BeginImport(new ImportSource("b.csv", "facts", "2")))
        {
            new MadeFacts("b.csv", 5000, Seed: 4).SayTo(interrupted);
        }

        using (IWorkspaceStore reader = Open(forWriting: false))
        using (IImportSession trial = reader.BeginTrial())
        {
            Assert.Equal(0, first.SayTo(trial).Stored);
            ImportCounts other = new MadeFacts("c.csv", 700, Seed: 5).SayTo(trial);
            Assert.Equal(other.Read, other.Stored + other.Quarantined);
            trial.Seal(other);
        }

        using IImportSession resumed = store.BeginImport(new ImportSource("b.csv", "facts", "2"));
        Assert.InRange(resumed.ResumedFacts, 4000, 5000);
    }

    [Fact]
    public void Session_and_trial_know_what_sealed_imports_hold_of_an_order()
    {
        using IWorkspaceStore store = Open(forWriting: true);
        int customer;
        using (IImportSession session = store.BeginImport(new ImportSource("a.csv", "orders", "1")))
        {
            customer = session.IdentityOf(IdentityKind.Customer, "42");
            session.Add(Order(customer, day: 2, value: 1250, message: 1) with { Link = 9 });
            session.Add(Of(FactKind.OrderAdjusted, -50, 2));
            session.Add(Of(FactKind.Refund, 300, 3));
            session.Add(Of(FactKind.Refund, 100, 4));
            session.Add(Order(customer, day: 1, value: 300, message: 5) with { Link = 10 });
            session.Seal(new ImportCounts(5, 5, 0, 0, 1, 2, 2));
        }

        HashSet<(int Identity, int Link)> asked = [(customer, 9), (customer, 11)];
        using IImportSession next = store.BeginImport(new ImportSource("b.csv", "orders", "2"));
        next.Add(Of(FactKind.Refund, 7, 6));
        using IImportSession trial = store.BeginTrial();

        var expected = new KnownOrder(1, 1, 1250, -50, 400);
        Assert.Equal([new((customer, 9), expected)], next.KnownOrders(asked));
        Assert.Equal([new((customer, 9), expected)], trial.KnownOrders(asked));

        StoredFact Of(FactKind kind, long value, ulong message) => new(customer, new Fact(Day(3), value, 0, kind, 1, 0), 9, new UInt128(message, 0), Extra.None);
    }

    [Fact]
    public void Store_other_import_drops_the_interrupted_one()
    {
        var kept = new MadeFacts("b.csv", 1000, Seed: 8);
        string clean = ContentAfter(kept);

        using IWorkspaceStore store = Open(forWriting: true);
        using (IImportSession interrupted = store.BeginImport(new ImportSource("a.csv", "facts", "other")))
        {
            new MadeFacts("a.csv", 1500).SayTo(interrupted);
        }

        using (IImportSession session = store.BeginImport(kept.Source))
        {
            Assert.Equal(0, session.ResumedFacts);
            kept.ImportInto(session);
        }

        Assert.Equal(clean, BaseText.Of(store.Load(null)));
    }

    [Fact]
    public void Store_abandoned_import_leaves_nothing()
    {
        var first = new MadeFacts("a.csv", 800);
        string clean = ContentAfter(first);
        using IWorkspaceStore store = Open(forWriting: true);
        first.ImportInto(store);
        using (IImportSession session = store.BeginImport(new ImportSource("b.csv", "facts", "2")))
        {
            new MadeFacts("b.csv", 900, Seed: 9).SayTo(session);
            session.Abandon();
        }

        Assert.Equal(clean, BaseText.Of(store.Load(null)));
        using IImportSession again = store.BeginImport(new ImportSource("b.csv", "facts", "2"));
        Assert.Equal(0, again.ResumedFacts);
    }

    [Fact]
    public void Store_same_file_twice_brings_nothing()
    {
        var file = new MadeFacts("a.csv", 2000);
        using IWorkspaceStore store = Open(forWriting: true);
        ImportCounts first = file.ImportInto(store);
        string once = BaseText.Of(store.Load(null));
        ImportCounts second = file.ImportInto(store);

        Assert.Equal(0, second.Stored);
        Assert.Equal(first.Stored, second.Duplicates);
        Assert.Equal(once, BaseText.Of(store.Load(null)));
    }

    [Fact]
    public void Store_late_facts_give_what_a_fresh_load_gives()
    {
        var early = new MadeFacts("early.csv", 1500);
        var late = new MadeFacts("late.csv", 1500, FirstLine: 1000);
        string oneWay;
        using (IWorkspaceStore store = Open(forWriting: true))
        {
            early.ImportInto(store);
            late.ImportInto(store);
            oneWay = BaseText.Of(store.Load(null));
        }

        using var other = new StoreFolder();
        using IWorkspaceStore otherStore = OpenIn(other.Path, forWriting: true);
        late.ImportInto(otherStore);
        early.ImportInto(otherStore);

        Assert.Equal(BaseText.Of(otherStore.Load(null)), oneWay);
    }

    [Fact]
    public void Store_undated_fact_holds_from_the_first_dated_one()
    {
        using IWorkspaceStore store = Open(forWriting: true);
        using (IImportSession session = store.BeginImport(new ImportSource("a.csv", "customers", "1")))
        {
            int customer = session.IdentityOf(IdentityKind.Customer, "42");
            int country = session.TermOf("country");
            session.Add(new StoredFact(customer, new Fact(Day(90), session.TermOf("FR"), country, FactKind.AttributeChanged, 0, (byte)FactFlags.Undated), 0, 5, Extra.None));
            session.Add(Order(customer, day: 3, value: 10, message: 6));
            session.Seal(new ImportCounts(2, 2, 0, 0, 1, 1, 0));
        }

        HistoryBase histories = store.Load(null);
        Assert.Equal([Day(3), Day(3)], histories[0].Facts.ToArray().Select(fact => fact.At));
        Assert.Equal(FactKind.AttributeChanged, histories[0].Facts[0].Kind);
    }

    [Fact]
    public void Subject_is_shown_by_its_strongest_identity_whatever_the_order()
    {
        using IWorkspaceStore store = Open(forWriting: true);
        using (IImportSession session = store.BeginImport(new ImportSource("a.csv", "orders", "1")))
        {
            int mail = session.IdentityOf(IdentityKind.Email, "a@example.org");
            session.Add(Order(mail, 1, 100, 1));
            int number = session.IdentityOf(IdentityKind.Customer, "42");
            session.Add(Order(number, 2, 200, 2));
            Assert.True(session.Join(number, mail));
            Assert.True(session.Join(mail, number));
            Assert.False(session.Join(number, session.IdentityOf(IdentityKind.Customer, "43")));
            Assert.False(session.Join(mail, session.IdentityOf(IdentityKind.Account, "ACME")));
            session.Seal(new ImportCounts(2, 2, 0, 0, 1, 2, 0));
        }

        HistoryBase histories = store.Load(null);
        int subject = store.FindSubject("a@example.org");
        Assert.Equal(subject, store.FindSubject("42"));
        Assert.Equal("42", histories.Subjects.KeyOf(subject));
        Assert.Equal(2, histories[subject].Count);
        Assert.Equal(3, Enumerable.Range(0, histories.SubjectCount).Count(place => histories.Subjects.KeyOf(place).Length > 0));
        Assert.Equal(SubjectType.Account, histories.Subjects.TypeOf(store.FindSubject("ACME")));
    }

    [Fact]
    public void Store_keeps_settings_and_documents()
    {
        using (IWorkspaceStore store = Open(forWriting: true))
        {
            store.Save(new WorkspaceSettings("Europe/Paris", 3));
            store.SaveDocument("lifecycle crm", "one");
            store.SaveDocument("lifecycle crm", "two");
        }

        using IWorkspaceStore reader = Open(forWriting: false);
        Assert.Equal(new WorkspaceSettings("Europe/Paris", 3), reader.Settings);
        Assert.Equal("two", reader.Document("lifecycle crm"));
        Assert.Null(reader.Document("nothing"));
    }

    [Fact]
    public void Store_second_writer_is_told_who_holds_it_and_readers_work()
    {
        using IWorkspaceStore store = Open(forWriting: true);
        new MadeFacts("a.csv", 200).ImportInto(store);

        var refusal = Assert.IsType<WorkspaceRefusal.Held>(Assert.Throws<WorkspaceException>(() => Open(forWriting: true)).Refusal);
        Assert.Contains($"process {Environment.ProcessId}", refusal.Holder, StringComparison.Ordinal);
        using IImportSession running = store.BeginImport(new ImportSource("b.csv", "facts", "1"));
        new MadeFacts("b.csv", 5000, Seed: 4).SayTo(running);
        using IWorkspaceStore reader = Open(forWriting: false);
        HistoryBase seen = reader.Load(null);
        Assert.InRange(Enumerable.Range(0, seen.SubjectCount).Count(place => !seen[place].IsEmpty), 20, 26);
    }

    private protected static Instant Day(int day) => new(Instant.FromUtc(2024, 1, 1).Micros + (day * Instant.MicrosPerDay));

    private protected static StoredFact Order(int identity, int day, long value, ulong message) =>
        new(identity, new Fact(Day(day), value, 0, FactKind.Order, 1, 0), 0, new UInt128(message, 0), Extra.None);

    private string ContentAfter(MadeFacts file)
    {
        using var folder = new StoreFolder();
        using IWorkspaceStore store = OpenIn(folder.Path, forWriting: true);
        file.ImportInto(store);
        return BaseText.Of(store.Load(null));
    }
}

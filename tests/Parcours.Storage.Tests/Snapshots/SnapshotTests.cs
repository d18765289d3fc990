using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Import;
using Parcours.Storage.Sqlite;
using Parcours.Storage.Stores;

namespace Parcours.Storage.Snapshots;

public sealed class SnapshotTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    private string SnapshotPath => Path.Combine(_folder.Path, "snapshot.bin");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(int.MaxValue)]
    public void Snapshot_and_tail_give_what_a_rebuild_gives(int mostInOverlay)
    {
        for (int seed = 1; seed <= 8; seed++)
        {
            var grown = GrownHistories.Of(seed, mostInOverlay);
            Assert.Equal(grown.Rebuilt.FactCount, grown.Extended.FactCount);
        }
    }

    [Fact]
    public void Snapshot_is_what_the_next_start_reads()
    {
        using var store = SqliteStore.Open(_folder.Path, forWriting: true);
        new MadeFacts("a.csv", 5000).ImportInto(store);
        HistoryBase rebuilt = store.Load(null);
        store.SaveSnapshot(rebuilt);
        DateTime written = File.GetLastWriteTimeUtc(SnapshotPath);

        HistoryBase read = store.Load(null);
        store.SaveSnapshot(read);

        Assert.Equal(BaseText.Of(rebuilt), BaseText.Of(read));
        Assert.Equal(rebuilt.Segments[0].FactIds, read.Segments[0].FactIds);
        Assert.Equal(written, File.GetLastWriteTimeUtc(SnapshotPath));
    }

    [Fact]
    public void Snapshot_with_any_byte_changed_is_not_used()
    {
        using var store = SqliteStore.Open(_folder.Path, forWriting: true);
        new MadeFacts("a.csv", 300).ImportInto(store);
        HistoryBase rebuilt = store.Load(null);
        store.SaveSnapshot(rebuilt);
        string expected = BaseText.Of(rebuilt);
        byte[] bytes = File.ReadAllBytes(SnapshotPath);
        var random = new Random(5);
        for (int i = 0; i < 150; i++)
        {
            int at = i < 60 ? i * 4 : random.Next(bytes.Length);
            byte[] damaged = [.. bytes];
            damaged[at] ^= (byte)(1 << random.Next(8));
            File.WriteAllBytes(SnapshotPath, damaged);

            Assert.Equal(expected, BaseText.Of(store.Load(null)));
        }

        File.WriteAllBytes(SnapshotPath, bytes[..(bytes.Length / 2)]);
        Assert.Equal(expected, BaseText.Of(store.Load(null)));
    }

    [Fact]
    public void Snapshot_of_another_workspace_is_not_used()
    {
        using var other = new StoreFolder();
        using (var otherStore = SqliteStore.Open(other.Path, forWriting: true))
        {
            new MadeFacts("a.csv", 300, Seed: 11).ImportInto(otherStore);
            otherStore.SaveSnapshot(otherStore.Load(null));
        }

        using var store = SqliteStore.Open(_folder.Path, forWriting: true);
        new MadeFacts("a.csv", 300, Seed: 12).ImportInto(store);
        string expected = BaseText.Of(store.Load(null));
        File.Copy(Path.Combine(other.Path, "snapshot.bin"), SnapshotPath);

        Assert.Equal(expected, BaseText.Of(store.Load(null)));
    }

    [Fact]
    public void Snapshot_of_a_later_time_is_not_used_when_an_older_copy_is_put_back()
    {
        string database = Path.Combine(_folder.Path, "parcours.db");
        string backup = database + ".backup";
        using (var store = SqliteStore.Open(_folder.Path, forWriting: true))
        {
            new MadeFacts("a.csv", 200).ImportInto(store);
        }

        File.Copy(database, backup);
        using (var store = SqliteStore.Open(_folder.Path, forWriting: true))
        {
            ImportOne(store, "wrong.csv", value: 1);
            store.SaveSnapshot(store.Load(null));
        }

        File.Copy(backup, database, overwrite: true);
        using var again = SqliteStore.Open(_folder.Path, forWriting: true);
        ImportOne(again, "right.csv", value: 2);

        Assert.Equal(2, again.Load(null)[again.FindSubject("one")].Facts[0].Value);
    }

    [Fact]
    public void Late_join_of_known_subjects_gives_what_a_rebuild_gives()
    {
        using var store = SqliteStore.Open(_folder.Path, forWriting: true);
        new MadeFacts("a.csv", 300).ImportInto(store);
        store.SaveSnapshot(store.Load(null));
        using (IImportSession session = store.BeginImport(new ImportSource("cards.csv", "customers", "1")))
        {
            int card = session.IdentityOf(IdentityKind.LoyaltyCard, "card 1");
            Assert.True(session.Join(card, session.IdentityOf(IdentityKind.Customer, "C00001")));
            Assert.True(session.Join(session.IdentityOf(IdentityKind.Phone, "+331"), card));
            session.Seal(new ImportCounts(1, 0, 0, 0, 1, 0, 0));
        }

        string extended = BaseText.Of(store.Load(null));
        int subject = store.FindSubject("+331");
        File.Delete(SnapshotPath);
        Assert.Equal(extended, BaseText.Of(store.Load(null)));
        Assert.Equal(subject, store.FindSubject("C00001"));
        Assert.Equal(subject, store.FindSubject("+331"));
    }

    [Fact]
    public void Join_of_two_known_subjects_leaves_an_empty_place()
    {
        using var store = SqliteStore.Open(_folder.Path, forWriting: true);
        using (IImportSession session = store.BeginImport(new ImportSource("a.csv", "customers", "1")))
        {
            session.IdentityOf(IdentityKind.Email, "a@example.org");
            session.IdentityOf(IdentityKind.Customer, "42");
            new MadeFacts("a.csv", 200).SayTo(session);
            session.Seal(new ImportCounts(1, 0, 0, 0, 1, 0, 0));
        }

        store.SaveSnapshot(store.Load(null));
        int before = store.Load(null).SubjectCount;
        using (IImportSession session = store.BeginImport(new ImportSource("b.csv", "customers", "1")))
        {
            Assert.True(session.Join(session.IdentityOf(IdentityKind.Email, "a@example.org"), session.IdentityOf(IdentityKind.Customer, "42")));
            session.Seal(new ImportCounts(1, 0, 0, 0, 1, 0, 0));
        }

        HistoryBase histories = store.Load(null);
        Assert.Equal(before, histories.SubjectCount);
        Assert.Single(Enumerable.Range(0, before), place => histories.Subjects.KeyOf(place) is "42" or "a@example.org");
        Assert.Equal("42", histories.Subjects.KeyOf(store.FindSubject("a@example.org")));
    }

    private static void ImportOne(SqliteStore store, string name, long value)
    {
        using IImportSession session = store.BeginImport(new ImportSource(name, "orders", name));
        int identity = session.IdentityOf(IdentityKind.Customer, "one");
        var fact = new Fact(Instant.FromUtc(2024, 1, 1), value, 0, FactKind.Order, 1, 0);
        session.Add(new StoredFact(identity, fact, 0, new UInt128((ulong)value, 1), Extra.None));
        session.Seal(new ImportCounts(1, 1, 0, 0, 1, 1, 0));
    }
}

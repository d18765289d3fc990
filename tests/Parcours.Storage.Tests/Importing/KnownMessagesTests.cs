using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Import;
using Parcours.Storage.Sqlite;
using Parcours.Storage.Sqlite.Importing;
using Parcours.Storage.Stores;

namespace Parcours.Storage.Importing;

public sealed class KnownMessagesTests : IDisposable
{
    private readonly StoreFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(700)]
    [InlineData(long.MaxValue)]
    public void Message_is_known_whether_asked_of_the_file_or_of_memory(long patience)
    {
        var random = new Random(11);
        UInt128[] recorded = [0, 1, UInt128.MaxValue, (UInt128)1 << 127, ((UInt128)1 << 127) - 1, .. Enumerable.Range(0, 3000).Select(_ => Draw(random))];
        Record(recorded);
        UInt128[] others = [2, UInt128.MaxValue - 1, .. recorded.Skip(5).Select(id => id ^ 1), .. Enumerable.Range(0, 1000).Select(_ => Draw(random))];

        using var known = new KnownMessages(_folder.Path, patience);

        Assert.All(recorded.Zip(others), pair =>
        {
            Assert.True(known.Contains(pair.First));
            Assert.False(known.Contains(pair.Second));
        });
    }

    private static UInt128 Draw(Random random) =>
        new((ulong)random.NextInt64(long.MinValue, long.MaxValue), (ulong)random.NextInt64(long.MinValue, long.MaxValue));

    private void Record(IEnumerable<UInt128> ids)
    {
        using var store = SqliteStore.Open(_folder.Path, forWriting: true);
        using IImportSession session = store.BeginImport(new ImportSource("a.csv", "orders", "1"));
        int identity = session.IdentityOf(IdentityKind.Customer, "42");
        foreach (UInt128 id in ids)
        {
            session.Add(new StoredFact(identity, new Fact(Instant.FromUtc(2024, 1, 1), 1, 0, FactKind.Order, 1, 0), 0, id, Extra.None));
        }

        session.Seal(new ImportCounts(1, 1, 0, 0, 1, 1, 0));
    }
}

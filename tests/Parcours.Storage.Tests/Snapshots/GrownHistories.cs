using Parcours.Domain.Histories;
using Parcours.Storage.Sqlite;
using Parcours.Storage.Stores;

namespace Parcours.Storage.Snapshots;

/// <summary>A base that grew after its snapshot was written: as it is read with the snapshot, and as it is rebuilt without.</summary>
/// <param name="Extended">From the snapshot and what came after it.</param>
/// <param name="Rebuilt">From the facts alone.</param>
internal sealed record GrownHistories(HistoryBase Extended, HistoryBase Rebuilt)
{
    /// <summary>Makes one of files drawn from a seed, and sees that both readings say the same.</summary>
    /// <param name="seed">The seed; a larger one gives a larger base.</param>
    /// <param name="mostInOverlay">How many subjects may stand beside the snapshot.</param>
    /// <param name="declared">The workspace's properties.yaml; null for none.</param>
    internal static GrownHistories Of(int seed, int mostInOverlay, string? declared = null)
    {
        using var folder = new StoreFolder();
        using var store = SqliteStore.Open(folder.Path, forWriting: true);
        store.MostInOverlay = mostInOverlay;
        if (declared is not null)
        {
            File.WriteAllText(Path.Combine(folder.Path, "properties.yaml"), declared);
        }

        new MadeFacts("a.csv", 400 * seed, seed).ImportInto(store);
        store.SaveSnapshot(store.Load(null));
        new MadeFacts("b.csv", 100 * seed, seed, FirstLine: 400 * seed).ImportInto(store);
        new MadeFacts("c.csv", 50, seed + 100).ImportInto(store);

        HistoryBase extended = store.Load(null);
        File.Delete(Path.Combine(folder.Path, "snapshot.bin"));
        HistoryBase rebuilt = store.Load(null);

        Assert.Equal(mostInOverlay == 0, extended.OverlayCount == 0);
        Assert.Equal(BaseText.Of(rebuilt), BaseText.Of(extended));
        Assert.Equal(BaseText.Of(rebuilt), BaseText.Of(extended.Compact()));
        return new GrownHistories(extended, rebuilt);
    }
}

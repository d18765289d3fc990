namespace Parcours.Engine.Import.Feeding;

/// <summary>Some rows on their way to the store's side, with how far the file was read.</summary>
internal sealed class FeedBatch
{
    /// <summary>Enough rows to make the hand-over cheap, few enough to stay in the processor's cache.</summary>
    public const int Capacity = 2048;

    public FeedRow[] Rows { get; } = new FeedRow[Capacity];

    public int Count { get; set; }

    public long LinesRead { get; set; }

    public long BytesRead { get; set; }
}

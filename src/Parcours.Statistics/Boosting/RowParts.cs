namespace Parcours.Statistics.Boosting;

/// <summary>The rows of a table, kept so that those of one leaf stand together and in order.</summary>
internal sealed class RowParts
{
    private const int ChunkRows = 32_768;

    private readonly int[] _rows;
    private readonly int[] _left;
    private readonly int[] _right;
    private readonly ParallelOptions _parallel;

    public RowParts(int rowCount, ParallelOptions parallel)
    {
        _rows = new int[rowCount];
        _left = new int[rowCount];
        _right = new int[rowCount];
        _parallel = parallel;
    }

    public void Reset()
    {
        for (int row = 0; row < _rows.Length; row++)
        {
            _rows[row] = row;
        }
    }

    public ReadOnlySpan<int> Rows(int start, int count) => _rows.AsSpan(start, count);

    /// <summary>Parts a leaf's rows, those that go left first, either side in its former order; tells how many go left.</summary>
    public int Part(int start, int count, byte[] column, BinSet goesLeft)
    {
        byte[] left = new byte[HistogramBuilder.Bins];
        for (int bin = 0; bin < left.Length; bin++)
        {
            left[bin] = goesLeft.Contains(bin) ? (byte)1 : (byte)0;
        }

        int chunks = (count + ChunkRows - 1) / ChunkRows;
        int[] counts = new int[chunks];
        Each(chunks, chunk => counts[chunk] = PartChunk(start, count, chunk, column, left));
        int all = counts.Sum();
        Each(chunks, chunk =>
        {
            int from = start + (chunk * ChunkRows);
            int size = Math.Min(ChunkRows, start + count - from);
            int before = counts.Take(chunk).Sum();
            _left.AsSpan(from, counts[chunk]).CopyTo(_rows.AsSpan(start + before));
            _right.AsSpan(from, size - counts[chunk]).CopyTo(_rows.AsSpan(start + all + (chunk * ChunkRows) - before));
        });
        return all;
    }

    private int PartChunk(int start, int count, int chunk, byte[] column, byte[] goesLeft)
    {
        int from = start + (chunk * ChunkRows);
        int size = Math.Min(ChunkRows, start + count - from);
        ReadOnlySpan<int> rows = _rows.AsSpan(from, size);
        Span<int> left = _left.AsSpan(from, size);
        Span<int> right = _right.AsSpan(from, size);
        int lefts = 0;
        for (int i = 0; i < rows.Length; i++)
        {
            // Written on both sides, kept on one: no branch to guess.
            int row = rows[i];
            left[lefts] = row;
            right[i - lefts] = row;
            lefts += goesLeft[column[row]];
        }

        return lefts;
    }

    private void Each(int chunks, Action<int> body)
    {
        if (chunks == 1)
        {
            body(0);
            return;
        }

        Parallel.For(0, chunks, _parallel, body);
    }
}

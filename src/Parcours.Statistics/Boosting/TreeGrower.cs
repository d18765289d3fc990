namespace Parcours.Statistics.Boosting;

/// <summary>
/// Grows trees leaf by leaf, the one that gains most first. Of two new leaves only the smaller is summed; the histograms of the other are those of the leaf they came
/// from less the smaller one's (Ke et al. 2017, section 2.1). Work is shared out by feature and sums are whole numbers: threads change nothing.
/// </summary>
internal sealed class TreeGrower
{
    // Below this, sharing out costs more than it saves.
    private const int FewRows = 4096;

    private readonly BinnedTable _table;
    private readonly FeatureBins[] _bins;
    private readonly BoostingOptions _options;
    private readonly ParallelOptions _parallel;
    private readonly RowParts _parts;
    private readonly long[] _gathered;
    private readonly Stack<Sums[]> _spare = new();

    public TreeGrower(BinnedTable table, FeatureBins[] bins, BoostingOptions options)
    {
        _table = table;
        _bins = bins;
        _options = options;
        _parallel = new() { MaxDegreeOfParallelism = options.Threads };
        _parts = new(table.RowCount, _parallel);
        _gathered = new long[table.RowCount];
    }

    /// <summary>Grows a tree on gradients and adds its answers to the scores; null when no question gains anything.</summary>
    /// <param name="features">Which features may be asked about, in order.</param>
    public Tree? Grow(long[] gradients, GradientScale scale, int[] features, double[] scores)
    {
        _parts.Reset();
        var finder = new SplitFinder(_options, scale);
        var root = new Leaf(0, 0, _table.RowCount, Histograms(features));
        Sum(gradients, [], features, root.Histograms);
        foreach (Sums bin in Of(root.Histograms, features[0]))
        {
            root.Sums += bin;
        }

        Ask(finder, features, root);
        var leaves = new List<Leaf> { root };
        var nodes = new List<TreeNode> { new() { Value = finder.Value(root.Sums) } };
        while (leaves.Count < _options.Leaves && leaves.MaxBy(leaf => leaf.Best.Gain) is { Best.Gain: > 0 } leaf)
        {
            leaves.Remove(leaf);
            leaves.AddRange(Divide(finder, features, gradients, leaf, nodes));
        }

        foreach (Leaf leaf in leaves)
        {
            _spare.Push(leaf.Histograms);
        }

        if (leaves.Count == 1)
        {
            return null;
        }

        Parallel.ForEach(leaves, _parallel, leaf =>
        {
            double value = nodes[leaf.Node].Value;
            foreach (int row in _parts.Rows(leaf.Start, leaf.Count))
            {
                scores[row] += value;
            }
        });
        return new([.. nodes]);
    }

    private Leaf[] Divide(SplitFinder finder, int[] features, long[] gradients, Leaf leaf, List<TreeNode> nodes)
    {
        Split split = leaf.Best;
        int lefts = _parts.Part(leaf.Start, leaf.Count, _table.Columns[split.Feature], split.GoesLeft);
        TreeNode node = nodes[leaf.Node];
        (node.Feature, node.GoesLeft, node.Left, node.Right) = (split.Feature, split.GoesLeft, nodes.Count, nodes.Count + 1);
        nodes[leaf.Node] = node;
        Sums right = leaf.Sums - split.Left;
        nodes.Add(new() { Value = finder.Value(split.Left) });
        nodes.Add(new() { Value = finder.Value(right) });
        var small = new Leaf(node.Left, leaf.Start, lefts, Histograms(features)) { Sums = split.Left };
        var large = new Leaf(node.Right, leaf.Start + lefts, leaf.Count - lefts, leaf.Histograms) { Sums = right };
        if (lefts > leaf.Count - lefts)
        {
            small = new(node.Right, large.Start, large.Count, small.Histograms) { Sums = right };
            large = new(node.Left, leaf.Start, lefts, leaf.Histograms) { Sums = split.Left };
        }

        Gather(gradients, small);
        Pairs(features, small.Count, (first, second) =>
        {
            SumPair(_gathered.AsSpan(0, small.Count), _parts.Rows(small.Start, small.Count), first, second, small.Histograms);
            foreach (int feature in first == second ? [first] : new[] { first, second })
            {
                Span<Sums> rest = Of(large.Histograms, feature);
                ReadOnlySpan<Sums> taken = Of(small.Histograms, feature);
                for (int bin = 0; bin < rest.Length; bin++)
                {
                    rest[bin] -= taken[bin];
                }

                small.Candidates[feature] = finder.Find(taken, _bins[feature], feature, small.Sums);
                large.Candidates[feature] = finder.Find(rest, _bins[feature], feature, large.Sums);
            }
        });
        small.Choose();
        large.Choose();
        return [small, large];
    }

    private void Ask(SplitFinder finder, int[] features, Leaf leaf)
    {
        foreach (int feature in features)
        {
            leaf.Candidates[feature] = finder.Find(Of(leaf.Histograms, feature), _bins[feature], feature, leaf.Sums);
        }

        leaf.Choose();
    }

    private void Gather(long[] gradients, Leaf leaf)
    {
        ReadOnlySpan<int> rows = _parts.Rows(leaf.Start, leaf.Count);
        for (int i = 0; i < rows.Length; i++)
        {
            _gathered[i] = gradients[rows[i]];
        }
    }

    private void Sum(long[] gradients, int[] rows, int[] features, Sums[] histograms) =>
        Pairs(features, gradients.Length, (first, second) => SumPair(gradients, rows, first, second, histograms));

    private void SumPair(ReadOnlySpan<long> gradients, ReadOnlySpan<int> rows, int first, int second, Sums[] histograms)
    {
        Span<Sums> other = first == second ? stackalloc Sums[HistogramBuilder.Bins] : Of(histograms, second);
        HistogramBuilder.AddPair(_table.Columns[first], _table.Columns[second], rows, gradients, Of(histograms, first), other);
    }

    // The last of an odd number of features is its own partner.
    private void Pairs(int[] features, int rows, Action<int, int> body)
    {
        int pairs = (features.Length + 1) / 2;
        void Pair(int pair) => body(features[2 * pair], features[Math.Min((2 * pair) + 1, features.Length - 1)]);
        if (rows < FewRows)
        {
            for (int pair = 0; pair < pairs; pair++)
            {
                Pair(pair);
            }

            return;
        }

        Parallel.For(0, pairs, _parallel, Pair);
    }

    private Sums[] Histograms(int[] features)
    {
        if (!_spare.TryPop(out Sums[]? histograms))
        {
            return new Sums[_bins.Length * HistogramBuilder.Bins];
        }

        foreach (int feature in features)
        {
            Of(histograms, feature).Clear();
        }

        return histograms;
    }

    private static Span<Sums> Of(Sums[] histograms, int feature) => histograms.AsSpan(feature * HistogramBuilder.Bins, HistogramBuilder.Bins);

    private sealed class Leaf(int node, int start, int count, Sums[] histograms)
    {
        public int Node => node;

        public int Start => start;

        public int Count => count;

        public Sums[] Histograms => histograms;

        public Sums Sums { get; set; }

        // By feature; a feature not asked about gains nothing.
        public Split[] Candidates { get; } = new Split[histograms.Length / HistogramBuilder.Bins];

        public Split Best { get; private set; }

        public void Choose()
        {
            foreach (ref Split candidate in Candidates.AsSpan())
            {
                Best = candidate.Gain > Best.Gain ? candidate : Best;
            }
        }
    }
}

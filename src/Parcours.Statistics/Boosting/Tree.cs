namespace Parcours.Statistics.Boosting;

/// <summary>A tree over binned rows; the first node is the root.</summary>
internal sealed class Tree(TreeNode[] nodes)
{
    public double RootValue => nodes[0].Value;

    /// <summary>Adds the tree's answers to the scores of all rows of a table.</summary>
    public void AddTo(BinnedTable table, Span<double> scores)
    {
        for (int row = 0; row < scores.Length; row++)
        {
            int at = 0;
            while (!nodes[at].IsLeaf)
            {
                ref TreeNode node = ref nodes[at];
                at = node.GoesLeft.Contains(table.Columns[node.Feature][row]) ? node.Left : node.Right;
            }

            scores[row] += nodes[at].Value;
        }
    }

    /// <summary>The tree's answer for one row.</summary>
    public double Answer(ReadOnlySpan<byte> bins)
    {
        ref TreeNode node = ref nodes[0];
        while (!node.IsLeaf)
        {
            node = ref nodes[node.GoesLeft.Contains(bins[node.Feature]) ? node.Left : node.Right];
        }

        return node.Value;
    }

    /// <summary>Adds to each feature what the questions about it changed on the row's way from the root.</summary>
    public void Explain(ReadOnlySpan<byte> bins, Span<double> amounts)
    {
        int at = 0;
        while (!nodes[at].IsLeaf)
        {
            TreeNode node = nodes[at];
            at = node.GoesLeft.Contains(bins[node.Feature]) ? node.Left : node.Right;
            amounts[node.Feature] += nodes[at].Value - node.Value;
        }
    }
}

/// <summary>A node: a question about one feature, or, without children, an answer. Every node has a value, for the reasons of a score.</summary>
internal struct TreeNode
{
    public int Feature;
    public int Left;
    public int Right;
    public double Value;
    public BinSet GoesLeft;

    public readonly bool IsLeaf => Left == 0;
}

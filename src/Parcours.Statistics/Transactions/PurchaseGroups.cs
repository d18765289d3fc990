using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Transactions;

/// <summary>
/// Customers with equal summaries, told once with their number. A base with dates to the day shrinks five to fifty times, and every fit and forecast with it.
/// Groups stand in order of frequency, recency and age, so that results do not depend on the order of the customers.
/// </summary>
public sealed class PurchaseGroups
{
    private readonly PurchaseSummary[] _summaries;
    private readonly long[] _weights;
    private readonly int[] _groupOfRow;

    private PurchaseGroups(PurchaseSummary[] summaries, long[] weights, int[] groupOfRow)
    {
        _summaries = summaries;
        _weights = weights;
        _groupOfRow = groupOfRow;
        Customers = weights.Sum();
    }

    /// <summary>The distinct summaries, in order of frequency, recency and age.</summary>
    public ReadOnlySpan<PurchaseSummary> Summaries => _summaries;

    /// <summary>How many customers have each summary; 1 or more.</summary>
    public ReadOnlySpan<long> Weights => _weights;

    /// <summary>For each row given, the index of its summary.</summary>
    public ReadOnlySpan<int> GroupOfRow => _groupOfRow;

    /// <summary>How many customers there are in all.</summary>
    public long Customers { get; }

    /// <summary>Groups one row a customer.</summary>
    /// <param name="customers">In any order; may be empty.</param>
    /// <exception cref="ArgumentOutOfRangeException">A summary breaks its ranges.</exception>
    public static PurchaseGroups Of(ReadOnlySpan<PurchaseSummary> customers) => Of(customers, []);

    /// <summary>Groups rows that each stand for several customers.</summary>
    /// <param name="rows">In any order; equal ones are added up.</param>
    /// <param name="weights">How many customers each row stands for, 1 or more; empty: one each.</param>
    /// <exception cref="ArgumentException">There is not one weight a row.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A summary breaks its ranges, or a weight is below 1.</exception>
    public static PurchaseGroups Of(ReadOnlySpan<PurchaseSummary> rows, ReadOnlySpan<long> weights)
    {
        if (weights.Length != 0 && weights.Length != rows.Length)
        {
            throw new ArgumentException($"{rows.Length} rows and {weights.Length} weights.", nameof(weights));
        }

        var table = new SummaryTable();
        var groupOfRow = new int[rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            Transactions.Customers.Check(rows[row]);
            long weight = weights.Length == 0 ? 1 : weights[row];
            ArgumentOutOfRangeException.ThrowIfLessThan(weight, 1, nameof(weights));
            groupOfRow[row] = table.Add(rows[row], weight);
        }

        return Sorted(table.Summaries, table.Weights, groupOfRow);
    }

    /// <summary>A figure for each row given, computed once a group, on every core; in the order of the rows.</summary>
    /// <param name="figure">For example <c>customer => model.ExpectedPurchases(customer, 39)</c>; called from several threads.</param>
    public double[] ForEachRow(Func<PurchaseSummary, double> figure)
    {
        var figures = new double[_summaries.Length];
        BlockSum.ForBlocks(figures.Length, (_, from, to) =>
        {
            for (int i = from; i < to; i++)
            {
                figures[i] = figure(_summaries[i]);
            }
        });
        var rows = new double[_groupOfRow.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            rows[row] = figures[_groupOfRow[row]];
        }

        return rows;
    }

    /// <summary>Every row by itself, for measurements.</summary>
    internal static PurchaseGroups Ungrouped(ReadOnlySpan<PurchaseSummary> customers)
    {
        var ones = new long[customers.Length];
        Array.Fill(ones, 1);
        int[] rows = [.. Enumerable.Range(0, customers.Length)];
        return Sorted(customers.ToArray(), ones, rows);
    }

    /// <summary>Every n-th customer in the order of the groups, about <paramref name="size"/> of them: a small likeness of the whole.</summary>
    internal PurchaseGroups Sample(int size)
    {
        double step = Math.Max(1, (double)Customers / size);
        var summaries = new List<PurchaseSummary>();
        var weights = new List<long>();
        double next = step / 2;
        long before = 0;
        for (int i = 0; i < _summaries.Length; i++)
        {
            long taken = 0;
            before += _weights[i];
            for (; next < before; next += step)
            {
                taken++;
            }

            if (taken > 0)
            {
                summaries.Add(_summaries[i]);
                weights.Add(taken);
            }
        }

        return new PurchaseGroups([.. summaries], [.. weights], []);
    }

    private static PurchaseGroups Sorted(PurchaseSummary[] summaries, long[] weights, int[] groupOfRow)
    {
        int[] order = [.. Enumerable.Range(0, summaries.Length)];
        Array.Sort(summaries, order, Comparer<PurchaseSummary>.Create(static (one, other) =>
        {
            int by = one.Frequency.CompareTo(other.Frequency);
            by = by != 0 ? by : one.Recency.CompareTo(other.Recency);
            return by != 0 ? by : one.Age.CompareTo(other.Age);
        }));
        var sortedWeights = new long[order.Length];
        var place = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
        {
            sortedWeights[i] = weights[order[i]];
            place[order[i]] = i;
        }

        for (int row = 0; row < groupOfRow.Length; row++)
        {
            groupOfRow[row] = place[groupOfRow[row]];
        }

        return new PurchaseGroups(summaries, sortedWeights, groupOfRow);
    }
}

using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Transactions;

/// <summary>
/// Minus the mean log-likelihood of customers whose parameters depend on traits. Customers with equal traits are one base with parameters of its own, so the
/// likelihood without traits does the work; a point is four logarithms of parameters, then the effects of each moved parameter, in standard deviations.
/// </summary>
internal sealed class CovariateLikelihood
{
    private readonly (double[] Traits, long Customers, Objective Objective)[] _patterns;
    private readonly int[] _moved;
    private readonly int[] _signs;

    public CovariateLikelihood(
        IReadOnlyList<PurchaseSummary> customers, IReadOnlyList<IReadOnlyList<double>> covariates, double[] scales,
        Func<PurchaseGroups, Objective> likelihood, int[] moved, int[] signs)
    {
        _moved = moved;
        _signs = signs;
        int[] order = [.. Enumerable.Range(0, customers.Count)];
        Comparison<int> byTraits = (one, other) => covariates[one].Zip(covariates[other], (a, b) => a.CompareTo(b)).FirstOrDefault(by => by != 0);
        Array.Sort(order, (one, other) => byTraits(one, other) is var by and not 0 ? by : one.CompareTo(other));
        var patterns = new List<(double[], long, Objective)>();
        for (int from = 0; from < order.Length;)
        {
            int to = from;
            while (to < order.Length && byTraits(order[from], order[to]) == 0)
            {
                to++;
            }

            PurchaseGroups groups = PurchaseGroups.Of([.. order[from..to].Select(row => customers[row])]);
            patterns.Add(([.. covariates[order[from]].Select((value, i) => value / scales[i])], groups.Customers, likelihood(groups)));
            from = to;
        }

        _patterns = [.. patterns];
        Customers = customers.Count;
    }

    public long Customers { get; }

    public double Evaluate(ReadOnlySpan<double> point, Span<double> gradient)
    {
        double[] at = point.ToArray();
        int size = at.Length;
        double[] sums = BlockSum.Of(_patterns.Length, size + 1, (from, to, sums) =>
        {
            var logs = new double[4];
            var slopes = new double[4];
            for (int i = from; i < to; i++)
            {
                (double[] traits, long customers, Objective objective) = _patterns[i];
                at.AsSpan(0, 4).CopyTo(logs);
                for (int effect = 4; effect < size; effect++)
                {
                    logs[_moved[(effect - 4) / traits.Length]] += Move(effect, traits) * at[effect];
                }

                sums[size] += customers * objective(logs, slopes);
                for (int j = 0; j < size; j++)
                {
                    sums[j] += customers * (j < 4 ? slopes[j] : Move(j, traits) * slopes[_moved[(j - 4) / traits.Length]]);
                }
            }
        });
        for (int i = 0; i < size; i++)
        {
            gradient[i] = sums[i] / Customers;
        }

        return sums[size] / Customers;
    }

    private double Move(int effect, double[] traits) => _signs[(effect - 4) / traits.Length] * traits[(effect - 4) % traits.Length];
}

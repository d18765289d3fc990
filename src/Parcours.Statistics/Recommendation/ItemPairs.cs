using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Recommendation;

/// <summary>Finds the items bought together or next, each pair with its intervals and its test.</summary>
public static class ItemPairs
{
    private const int FewestAtLeast = 5;
    private const int CustomersPerFewest = 20_000;

    /// <summary>How many customers must stand behind a pair for it to be told: five, and one more for every twenty thousand customers beyond a hundred thousand.</summary>
    public static int FewestCustomers(int customers) => Math.Max(FewestAtLeast, (int)(((long)customers + CustomersPerFewest - 1) / CustomersPerFewest));

    /// <summary>The pairs that enough customers stand behind, the surest first: by the lower end of the lift's interval, then by the items' numbers.</summary>
    /// <param name="baskets">What was bought.</param>
    /// <param name="relation">Together or next. An item bought again is no pair.</param>
    /// <param name="progress">Told the share done, 0 to 1, from several threads; may be null.</param>
    public static IReadOnlyList<ItemPair> Find(Baskets baskets, PairRelation relation, Action<double>? progress = null)
    {
        int customers = Enumerable.Range(0, baskets.CustomerCount).Count(customer => baskets.EndOf(customer) > baskets.StartOf(customer));
        var count = new PairCount(baskets, relation, FewestCustomers(customers), progress);
        (int First, int Second, int Customers, int Both)[] found = count.Found;
        double[] chances = [.. found.Select(pair => PairTest.Chance(pair.Customers, count.FirstCounts[pair.First], count.SecondCounts[pair.Second], count.Trials))];
        double[] corrected = PairTest.Correct(chances, count.PairsPossible);
        var pairs = new ItemPair[found.Length];
        for (int i = 0; i < pairs.Length; i++)
        {
            (int first, int second, int behind, int both) = found[i];
            int firstCount = count.FirstCounts[first];
            int secondCount = count.SecondCounts[second];
            double lift = (double)both * count.Trials / ((double)firstCount * secondCount);
            pairs[i] = new(
                first, second, behind, both, firstCount, secondCount, count.Trials,
                WilsonInterval.Of(behind, (double)firstCount * behind / both), PairTest.LiftInterval(lift, behind), chances[i], corrected[i]);
        }

        return [.. pairs.OrderByDescending(pair => pair.LiftInterval.Low).ThenBy(pair => pair.First).ThenBy(pair => pair.Second)];
    }
}

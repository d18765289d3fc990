using Parcours.Domain.Features;
using Parcours.Engine.Segments.Quality;

namespace Parcours.Engine.Segments.Discovery;

/// <summary>
/// The short rule that comes nearest to a group of a sample: threshold after threshold, each the one that most improves the harmonic mean of precision and recall (F1, van Rijsbergen 1979),
/// three at most.
/// </summary>
internal static class RuleSearch
{
    private const int MostConditions = 3;
    private const int Cuts = 40;
    private const double Worth = 0.01;

    /// <summary>The condition in the language; "orders &gt;= 1" when no threshold tells the group apart.</summary>
    /// <param name="indicators">What thresholds may be set on.</param>
    /// <param name="sample">The sample, buyers all of them.</param>
    /// <param name="groups">The group of each.</param>
    /// <param name="group">The group meant.</param>
    public static string Of(IReadOnlyList<CustomerIndicator> indicators, FeatureValues sample, int[] groups, int group)
    {
        Threshold[] possible = [.. indicators.Where(indicator => indicator.Condition is not null).SelectMany(indicator => Thresholds(indicator, sample[indicator.Feature.Id]))];
        bool[] left = [.. groups.Select(_ => true)];
        double best = Score(groups, group, left, null);
        List<string> conditions = [];
        while (conditions.Count < MostConditions)
        {
            (Threshold? found, double score) = possible.Select(threshold => ((Threshold?)threshold, Score(groups, group, left, threshold))).DefaultIfEmpty((null, 0)).MaxBy(tried => tried.Item2);
            if (found is null || score < best + Worth)
            {
                break;
            }

            best = score;
            conditions.Add(found.Indicator.Where(found.IsAtLeast ? ">=" : "<", found.Number)!);
            for (int row = 0; row < left.Length; row++)
            {
                left[row] &= found.Holds(row);
            }
        }

        return string.Join(" and ", conditions.Any(condition => condition.StartsWith("orders >=", StringComparison.Ordinal)) ? conditions : conditions.Prepend("orders >= 1"));
    }

    private static IEnumerable<Threshold> Thresholds(CustomerIndicator indicator, float[] column)
    {
        float[] sorted = [.. column.Where(value => !float.IsNaN(value)).Order()];
        return from number in Enumerable.Range(1, Cuts - 1).Select(cut => Rounded(indicator.Feature.Unit, sorted[cut * (sorted.Length - 1) / Cuts])).Distinct()
               where number > 0
               from isAtLeast in new[] { true, false }
               select new Threshold(indicator, column, number, isAtLeast);
    }

    // A number people would write: whole for counts and scores, two digits for days and amounts.
    private static double Rounded(FeatureUnit unit, double number) => unit switch
    {
        FeatureUnit.Share => Math.Round(number, 1),
        FeatureUnit.Days or FeatureUnit.Money when number > 100 => Math.Round(number / Step(number)) * Step(number),
        _ => Math.Ceiling(number),
    };

    private static double Step(double number) => Math.Pow(10, Math.Floor(Math.Log10(number)) - 1);

    private static double Score(int[] groups, int group, bool[] left, Threshold? threshold)
    {
        int members = 0;
        int held = 0;
        int right = 0;
        for (int row = 0; row < groups.Length; row++)
        {
            bool isMember = groups[row] == group;
            bool holds = left[row] && threshold?.Holds(row) != false;
            members += isMember ? 1 : 0;
            held += holds ? 1 : 0;
            right += isMember && holds ? 1 : 0;
        }

        return right == 0 ? 0 : 2.0 * right / (members + held);
    }

    /// <summary>An indicator at or above a number, or below it; what is not known is neither, as in the language.</summary>
    private sealed record Threshold(CustomerIndicator Indicator, float[] Column, double Number, bool IsAtLeast)
    {
        public bool Holds(int row) => IsAtLeast ? Column[row] >= Number : Column[row] < Number;
    }
}

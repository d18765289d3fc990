using Parcours.Domain.Features;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Orders;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Segments.Quality;
using Parcours.Statistics.Clusters;

namespace Parcours.Engine.Segments.Discovery;

/// <summary>
/// The groups that the buyers of a base fall into at a date by themselves, each named by what sets it apart and proposed as a condition; or that they fall into none. Groups are found in
/// histories cut at the date, on a sample of a large base, and everybody is put into the nearest.
/// </summary>
/// <param name="At">The date.</param>
/// <param name="Subject">Customers; accounts where companies buy and no person does.</param>
/// <param name="Buyers">Those with an order by then.</param>
/// <param name="Sampled">How many of them the groups were found among.</param>
/// <param name="Indicators">What they were held against each other by.</param>
/// <param name="Means">The mean of each indicator over all buyers sampled, in its own unit; null where nobody has one.</param>
/// <param name="Count">How many groups there are, and what came of each number tried.</param>
/// <param name="Groups">The groups, largest first; empty when none stand out.</param>
public sealed record SegmentDiscovery(
    Instant At, SubjectType Subject, int Buyers, int Sampled, IReadOnlyList<CustomerIndicator> Indicators, IReadOnlyList<double?> Means, GroupCount Count, IReadOnlyList<DiscoveredGroup> Groups)
{
    /// <summary>The fewest buyers that groups are looked for among.</summary>
    public const int FewestBuyers = 100;

    private const int MostSampled = 20_000;
    private const int Compared = 1000;
    private const int AtOnce = 1 << 16;
    private const ulong Seed = 1;

    /// <summary>Whether there are too few buyers to tell.</summary>
    public bool IsTooFew => Buyers < FewestBuyers;

    /// <summary>Looks for them.</summary>
    public static SegmentDiscovery Of(AnswerSource known, Instant at)
    {
        (SubjectType type, int[] buyers) = BuyersOf(known, at);
        HistoryBase histories = OrderHolders.Of(known.Histories, type);
        if (buyers.Length < FewestBuyers)
        {
            return new SegmentDiscovery(at, type, buyers.Length, buyers.Length, [], [], new GroupCount([], null), []);
        }

        var ground = FeatureGround.Of(histories, at);
        int[] sampled = Every(buyers, MostSampled);
        FeatureValues sample = FeatureScan.Compute(histories, at, sampled, ground);
        var scale = IndicatorScale.Of(sample);
        double[][] points = scale.Points(sample);
        var count = GroupCount.Of(points, Seed);
        var found = new SegmentDiscovery(
            at, type, buyers.Length, sampled.Length, scale.Indicators, [.. scale.Indicators.Select(indicator => Mean(sample[indicator.Feature.Id], _ => true))], count, []);
        return count.Groups is not { } groups ? found : found with
        {
            Groups = found.Describe(known, sample, points, KMeans.Fit(points, groups, Seed), subjects => scale.Points(FeatureScan.Compute(histories, at, subjects, ground)), buyers),
        };
    }

    private static (SubjectType Type, int[] Buyers) BuyersOf(AnswerSource known, Instant at)
    {
        int[] Of(SubjectType type) => [.. SegmentAnswers.Matching(known, "orders >= 1", type, at).Subjects()];
        int[] customers = Of(SubjectType.Customer);
        return customers.Length == 0 && Of(SubjectType.Account) is { Length: > 0 } accounts ? (SubjectType.Account, accounts) : (SubjectType.Customer, customers);
    }

    private DiscoveredGroup[] Describe(AnswerSource known, FeatureValues sample, double[][] points, Clustering clustering, Func<int[], double[][]> pointsOf, int[] buyers)
    {
        int[] groups = buyers.Length == sample.Subjects.Length ? clustering.Groups : [.. buyers.Chunk(AtOnce).SelectMany(some => clustering.Assign(pointsOf(some)))];
        int[] shown = Every([.. Enumerable.Range(0, points.Length)], Compared);
        int[] shownGroups = [.. shown.Select(row => clustering.Groups[row])];
        double[] silhouettes = Silhouette.Of([.. shown.Select(row => points[row])], shownGroups);
        int[] order = [.. Enumerable.Range(0, clustering.Centres.Count).OrderByDescending(group => groups.Count(one => one == group))];
        LocalText[] names = GroupNames.Of(Indicators, [.. order.Select(group => clustering.Centres[group])]);
        return
        [
            .. order.Select((group, place) =>
            {
                int[] members = [.. buyers.Where((_, buyer) => groups[buyer] == group)];
                return new DiscoveredGroup(
                    names[place], members.Length, (double)members.Length / buyers.Length,
                    [.. Indicators.Select(indicator => Mean(sample[indicator.Feature.Id], row => clustering.Groups[row] == group))],
                    clustering.Centres[group],
                    silhouettes.Where((_, row) => shownGroups[row] == group).DefaultIfEmpty(0).Average(),
                    Proposed(known, RuleSearch.Of(Indicators, sample, clustering.Groups, group), members));
            })
        ];
    }

    // Held against everybody, those without an order included: a rule is worth what the segment made of it would be.
    private ProposedRule Proposed(AnswerSource known, string where, int[] members)
    {
        Members held = SegmentAnswers.Matching(known, where, Subject, At);
        int right = members.Count(member => held[member]);
        return new ProposedRule(where, held.Count, held.Count == 0 ? 0 : (double)right / held.Count, (double)right / members.Length);
    }

    private static double? Mean(float[] column, Func<int, bool> isMeant)
    {
        double[] known = [.. column.Where((value, row) => !float.IsNaN(value) && isMeant(row)).Select(value => (double)value)];
        return known.Length == 0 ? null : known.Average();
    }

    // As many as may be, at even distances.
    private static int[] Every(int[] all, int most)
    {
        int count = Math.Min(all.Length, most);
        return [.. Enumerable.Range(0, count).Select(place => all[(long)place * all.Length / count])];
    }
}

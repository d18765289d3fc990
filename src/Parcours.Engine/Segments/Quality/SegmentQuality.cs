using System.Globalization;
using Parcours.Domain.Features;
using Parcours.Domain.Histories;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Statistics.Clusters;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Engine.Segments.Quality;

/// <summary>The segments of customers measured against each other at a date: sizes, overlaps, share covered, stability, what a campaign could show, and how well they hold together.</summary>
/// <param name="Measures">The segments, by name.</param>
/// <param name="Overlaps">Every pair.</param>
/// <param name="Covered">Customers in one segment or more.</param>
/// <param name="Customers">Customers there are.</param>
public sealed record SegmentQuality(IReadOnlyList<SegmentMeasure> Measures, IReadOnlyList<SegmentOverlap> Overlaps, int Covered, int Customers)
{
    /// <summary>More segments than this in one strategy are hard to serve.</summary>
    public const int MostInStrategy = 5;

    private const int DaysBefore = 30;
    private const int SampledEach = 250;

    /// <summary>Measures them. Those whose file has errors are left out.</summary>
    public static SegmentQuality Of(AnswerSource known, Instant at)
    {
        SegmentLibrary library = known.Segments.Library;
        SegmentDefinition[] all = [.. library.Ids.Select(library.Unchecked).OfType<SegmentDefinition>()
            .Where(segment => segment.Subject == SubjectType.Customer && (segment.IsList || library.ErrorsOf(segment).IsEmpty))];
        Calendar calendar = known.Histories.Calendar;
        int day = calendar.DayOf(at) - DaysBefore;
        Instant before = calendar.EndOfDay(day);
        string then = Calendar.DateOf(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        int everybody = known.Segments.Counter.Everybody(SubjectType.Customer, at).Count;
        Dictionary<string, double> silhouettes = Silhouettes(known, all, at);
        int[] sizes = [.. all.Select(segment => Count(known, Within(segment), at))];
        SegmentOverlap[] overlaps = [.. from a in Enumerable.Range(0, all.Length) from b in Enumerable.Range(a + 1, all.Length - a - 1)
            let both = Count(known, $"{Within(all[a])} and {Within(all[b])}", at)
            select new SegmentOverlap(all[a].Id, all[b].Id, both, sizes[a] + sizes[b] == 0 ? 0 : (double)both / (sizes[a] + sizes[b] - both))];
        return new SegmentQuality(
            [.. all.Select((segment, place) =>
            {
                int members = sizes[place];
                int earlier = Count(known, Within(segment), before);
                int stayed = Count(known, $"{Within(segment)} and segment({segment.Id}, at: {then})", at);
                int either = members + earlier - stayed;
                return new SegmentMeasure(
                    segment.Id, segment.Name, segment.Strategy, members, everybody == 0 ? 0 : (double)members / everybody,
                    members == 0 ? null : (double)Count(known, $"{Within(segment)} and consent(any)", at) / members,
                    either <= 0 ? null : (double)stayed / either,
                    Detectable(members, earlier == 0 ? 0 : (double)Count(known, $"segment({segment.Id}, at: {then}) and ever(order within {DaysBefore} days)", at) / earlier),
                    silhouettes.TryGetValue(segment.Id, out double silhouette) ? silhouette : null);
            })],
            overlaps,
            all.Length == 0 ? 0 : Count(known, string.Join(" or ", all.Select(Within)), at),
            everybody);
    }

    /// <summary>The smallest difference of two shares that a two-sided test at 5 % shows 80 times out of 100, half of the members treated.</summary>
    internal static double? Detectable(int members, double share)
    {
        double p = Math.Clamp(share, 0.005, 0.995); // a share nobody has seen yet is not without spread
        double least = 2.8 * Math.Sqrt(2 * p * (1 - p) / (members / 2.0));
        return members < 20 || least > 0.5 ? null : least;
    }

    private static string Within(SegmentDefinition segment) => $"segment({segment.Id})";

    private static int Count(AnswerSource known, string condition, Instant at) => SegmentAnswers.Matching(known, condition, SubjectType.Customer, at).Count;

    // On members of one segment of a strategy alone: who is in two tells nothing of how far apart they are.
    private static Dictionary<string, double> Silhouettes(AnswerSource known, SegmentDefinition[] all, Instant at)
    {
        Dictionary<string, double> found = new(StringComparer.Ordinal);
        foreach (IGrouping<string, SegmentDefinition> strategy in all.GroupBy(segment => segment.Strategy, StringComparer.Ordinal))
        {
            SegmentDefinition[] segments = [.. strategy];
            if (segments.Length < 2)
            {
                continue;
            }

            List<int> subjects = [];
            List<int> groups = [];
            for (int group = 0; group < segments.Length; group++)
            {
                string others = string.Join(" or ", segments.Where((_, other) => other != group).Select(Within));
                int[] alone = [.. SegmentAnswers.Matching(known, $"{Within(segments[group])} and not ({others}) and orders >= 1", SubjectType.Customer, at).Subjects()];
                int step = Math.Max(1, alone.Length / SampledEach);
                int[] sampled = [.. alone.Where((_, place) => place % step == 0).Take(SampledEach)];
                subjects.AddRange(sampled);
                groups.AddRange(Enumerable.Repeat(group, sampled.Length));
            }

            if (groups.Distinct().Count() < 2)
            {
                continue;
            }

            FeatureValues values = FeatureScan.Compute(known.Histories, at, [.. subjects]);
            double[] silhouettes = Silhouette.Of(IndicatorScale.Of(values).Points(values), groups);
            foreach (IGrouping<int, double> group in groups.Zip(silhouettes).GroupBy(pair => pair.First, pair => pair.Second))
            {
                found[segments[group.Key].Id] = group.Average();
            }
        }

        return found;
    }
}

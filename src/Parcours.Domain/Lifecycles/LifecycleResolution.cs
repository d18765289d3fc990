using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;

namespace Parcours.Domain.Lifecycles;

/// <summary>
/// What the rules of a lifecycle take from a base as a whole, in plain figures: with it one subject is read without looking at any other. It can be kept and put on
/// another state of the same base.
/// </summary>
/// <param name="Thresholds">The thresholds, in common and by category.</param>
/// <param name="Months">The first instant of each month that has base tables, in microseconds; empty when the rules read none.</param>
/// <param name="Cuts">The cut points of rankings.</param>
/// <param name="Means">The means.</param>
public sealed record LifecycleResolution(
    ImmutableArray<ResolvedThreshold> Thresholds, ImmutableArray<long> Months, ImmutableArray<ResolvedCuts> Cuts, ImmutableArray<ResolvedMeans> Means)
{
    private const int AboveAll = -1;
    private const int Nobody = -2;

    internal static LifecycleResolution Of(LifecycleContext context)
    {
        var thresholds = ImmutableArray.CreateBuilder<ResolvedThreshold>();
        foreach ((string name, Threshold threshold) in context.Thresholds.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            thresholds.Add(Of(name, 0, threshold.Common));
            thresholds.AddRange(threshold.Categories.Select(category => Of(name, category, threshold.ByCategory[category])));
        }

        BaseTables tables = context.Tables;
        return new LifecycleResolution(
            thresholds.ToImmutable(),
            [.. tables.Starts],
            [.. tables.Cuts.OrderBy(cut => cut.Key.Measure, StringComparer.Ordinal).ThenBy(cut => cut.Key.Share).Select(cut => Of(cut.Key.Measure, cut.Key.Share, cut.Value))],
            [.. tables.Means.OrderBy(mean => mean.Key, StringComparer.Ordinal).Select(mean => new ResolvedMeans(mean.Key, [.. mean.Value]))]);
    }

    /// <summary>The thresholds of a definition; null when one of them is not here.</summary>
    internal Dictionary<string, Threshold>? ThresholdsOf(LifecycleDefinition definition)
    {
        ILookup<string, ResolvedThreshold> known = Thresholds.ToLookup(threshold => threshold.Name, StringComparer.Ordinal);
        return definition.Thresholds.Any(rule => known[rule.Name].All(threshold => threshold.Category != 0))
            ? null
            : definition.Thresholds.ToDictionary(rule => rule.Name, rule => new Threshold(
                rule,
                SeriesOf(known[rule.Name].First(threshold => threshold.Category == 0)),
                known[rule.Name].Where(threshold => threshold.Category != 0).ToDictionary(threshold => threshold.Category, SeriesOf)));
    }

    internal BaseTables TablesOn(Subjects subjects) => new(
        [.. Months],
        Cuts.ToDictionary(cut => (cut.Measure, cut.Share), cut => Points(cut, subjects)),
        Means.ToDictionary(mean => mean.Measure, mean => mean.Values.ToArray()));

    private static ResolvedThreshold Of(string name, int category, ThresholdSeries series) => new(name, category, [.. series.Starts], [.. series.Periods]);

    private static ResolvedCuts Of(string measure, double share, CutPoint?[] points) => new(
        measure,
        share,
        [.. points.Select(point => point?.Value ?? 0)],
        [.. points.Select(point => point?.FirstOrderAt ?? 0)],
        [.. points.Select(point => point?.Subject ?? Nobody)]);

    private static CutPoint?[] Points(ResolvedCuts cut, Subjects subjects) => [.. Enumerable.Range(0, cut.Subjects.Length).Select(month => cut.Subjects[month] switch
    {
        Nobody => (CutPoint?)null,
        AboveAll => CutPoint.AboveAll,
        var subject => new CutPoint(cut.Values[month], cut.FirstOrders[month], subjects.Utf8KeyOf(subject).ToArray(), subject),
    })];

    private static ThresholdSeries SeriesOf(ResolvedThreshold threshold) => new(threshold.Starts, threshold.Periods);
}

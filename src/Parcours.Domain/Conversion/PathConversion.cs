using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Domain.Conversion;

/// <summary>
/// Conversion along the path of a lifecycle, as known at a date. The clock starts at each entry into a stage; success is the first entry into a later
/// stage of the path; the first move off the path or back competes with it; a stay that still runs at the date is cut off there, and has not failed.
/// </summary>
/// <param name="At">The analysis date, inclusive.</param>
/// <param name="Options">How it was measured.</param>
/// <param name="Steps">One for each stage of the path but the last; empty when the path has fewer than two stages.</param>
/// <param name="Months">The same by month of entry, in order; empty when not asked.</param>
public sealed record PathConversion(Instant At, ConversionOptions Options, ImmutableArray<ConversionStep> Steps, ImmutableArray<ConversionMonth> Months)
{
    /// <summary>The same steps as they were known at the same date a year earlier (N-1), without intervals; empty when not asked.</summary>
    public ImmutableArray<ConversionStep> YearEarlier { get; init; } = [];

    /// <summary>The rate of a step at a horizon as it was known a year earlier; null when not asked or when too few stays were followed then.</summary>
    public double? YearEarlierOf(ConversionStep step, int horizonDays) =>
        YearEarlier.FirstOrDefault(before => before.Stage == step.Stage)?.At(horizonDays).Converted;

    /// <summary>The step with the lowest conversion at 180 days among those with enough stays followed that long; null when none has.</summary>
    public ConversionStep? Weakest => Steps
        .Where(step => step.At(ConversionOptions.ComparedHorizon) is { Converted: not null } rate && rate.Followed >= Options.MinimumForWeakest)
        .MinBy(step => step.At(ConversionOptions.ComparedHorizon).Converted);

    /// <summary>Measures conversion.</summary>
    /// <param name="timelines">The spans.</param>
    /// <param name="subjects">The keys by which subjects are drawn for the intervals.</param>
    /// <param name="calendar">Says on which local day and in which month an instant falls.</param>
    /// <param name="at">The analysis date, inclusive.</param>
    /// <param name="options">How to measure.</param>
    public static PathConversion Of(Timelines timelines, Subjects subjects, Calendar calendar, Instant at, ConversionOptions options)
    {
        ImmutableArray<int> path = [.. timelines.Stages.Where(stage => stage.IsOnPath).OrderBy(stage => stage.PathIndex).Select(stage => stage.Index)];
        int steps = path.Length - 1;
        if (steps < 1)
        {
            return new PathConversion(at, options, [], []);
        }

        Stay[] stays = StayCollector.Of(timelines, calendar, at, steps);
        var fold = new StayFold(stays, subjects, path, calendar.DayOf(at), options);
        (ImmutableArray<ConversionStep> all, ImmutableArray<ConversionMonth> months) = fold.Run();
        return new PathConversion(at, options, all, months)
        {
            YearEarlier = options.YearEarlier
                ? Of(timelines, subjects, calendar, Time.YearEarlier.Of(at, calendar), options with { Replicates = 0, ByMonth = false, YearEarlier = false }).Steps
                : [],
        };
    }
}

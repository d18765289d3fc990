using System.Globalization;
using Parcours.Domain.Conversion;
using Parcours.Domain.Flows;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Bench.Flows;

/// <summary>What timelines tell, timed: <c>flows [subjects]</c>. Prints the rows of bench/results/flows.md.</summary>
internal static class FlowsBench
{
    public static int Run(string[] args)
    {
        int count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
        Timelines timelines = RandomTimelines.Of(count, seed: 7);
        Subjects subjects = RandomTimelines.Keys(count);
        Calendar paris = Calendar.Find("Europe/Paris")!;
        Instant at = RandomTimelines.At;
        Instant before = new(at.Micros - (365 * Instant.MicrosPerDay));
        long spans = Enumerable.Range(0, count).Sum(subject => (long)timelines.Of(subject).Length);
        TimingTable.Begin(string.Create(CultureInfo.InvariantCulture, $"{count:N0} subjects, {spans:N0} spans"));
        TimingTable.Time("stage counts at a date", () => StageCounts.Of(timelines, at).Subjects);
        TimingTable.Time("moves of a year", () => Transitions.Between(timelines, before, at).All.Length);
        TimingTable.Time("moves since the first fact", () => Transitions.Between(timelines, null, at).All.Length);
        TimingTable.Time("transition matrix, a year apart", () => TransitionMatrix.Between(timelines, before, at).RowTotal(0));
        TimingTable.Time("stages over time, by month", () => StageSeries.Over(timelines, paris, CalendarUnit.Month, null, at).Points.Length);
        TimingTable.Time("stages over time, by week", () => StageSeries.Over(timelines, paris, CalendarUnit.Week, null, at).Points.Length);
        TimingTable.Time("time in stage", () => TimeInStage.Of(timelines, paris, at).Length);
        TimingTable.Time("common paths", () => CommonPaths.Of(timelines, at, 20, subject => subject).Distinct);
        TimingTable.Time("conversion, no interval", () => Conversion(0, byMonth: false));
        TimingTable.Time("conversion, 200 replicates", () => Conversion(200, byMonth: false));
        TimingTable.Time("conversion by month, 200 replicates", () => Conversion(200, byMonth: true));
        return 0;

        long Conversion(int replicates, bool byMonth) =>
            PathConversion.Of(timelines, subjects, paris, at, new ConversionOptions { Replicates = replicates, ByMonth = byMonth }).Steps.Sum(step => step.Stays);
    }
}

using Parcours.Domain.Flows;
using Parcours.Domain.Histories;
using Parcours.Domain.Indicators;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Reports.Building;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Today;

/// <summary>Where the base stands at a date, what moved since another, what will move by itself, and what is worth doing.</summary>
/// <param name="At">The date.</param>
/// <param name="Since">The date it is compared with.</param>
/// <param name="Subjects">How many the lifecycle covers.</param>
/// <param name="Standing">The stages, in the order shown.</param>
/// <param name="Moves">Who stood in one stage then and stands in another now, the most numerous first.</param>
/// <param name="Soon">Changes of the next seven days if nothing happens, those who lapse alone; null when facts come after the date.</param>
/// <param name="LapsingSubjects">Those who stand in a stage that leaves the path.</param>
/// <param name="AtStake">What these spent in the year that ended with their last order, in minor units.</param>
/// <param name="Worth">What is worth doing, the most money first; three at most.</param>
public sealed record TodayPicture(
    DateOnly At, DateOnly Since, long Subjects, IReadOnlyList<StageNow> Standing, IReadOnlyList<StageMove> Moves, IReadOnlyList<StageMove>? Soon,
    long LapsingSubjects, long AtStake, IReadOnlyList<WorthDoing> Worth)
{
    /// <summary>How many days ahead <see cref="Soon"/> looks.</summary>
    public const int DaysAhead = 7;

    private const int MovesShown = 8;

    /// <summary>Works it out. A lifecycle of customers or of accounts; the last stage to lapse (the worst) is past lapsing and at no stake.</summary>
    /// <param name="analysis">The lifecycle on its base.</param>
    /// <param name="at">The date, inclusive.</param>
    /// <param name="since">The date it is compared with, earlier.</param>
    public static TodayPicture Of(LifecycleAnalysis analysis, Instant at, Instant since)
    {
        HistoryBase histories = analysis.Histories;
        Calendar calendar = histories.Calendar;
        Timelines timelines = analysis.Timelines;
        var order = new StageOrder(analysis.Definition);
        var now = StageCounts.Of(timelines, at);
        var before = StageCounts.Of(timelines, since);
        var matrix = Domain.Flows.TransitionMatrix.Between(timelines, since, at);
        long[] spend = YearSpend(histories, at);
        ReportStage StageOf(int index) => order.Stages[order.PlaceOf(index)];

        bool[] lapsing = Lapsing(order);
        (long lapsed, long atStake) = LapsingStake.Of(timelines, histories, at, lapsing);
        IReadOnlyList<StageMove>? soon = FactSpan.Of(histories).Last > at ? null : ComingLapses(timelines, calendar, at, spend, order);
        return new TodayPicture(
            Calendar.DateOf(calendar.DayOf(at)), Calendar.DateOf(calendar.DayOf(since)), now.Subjects,
            [.. order.Indexes.Select(stage => new StageNow(StageOf(stage), now.PerStage[stage], before.PerStage[stage]))],
            [.. (from start in order.Indexes from end in order.Indexes where start != end && matrix[start, end] > 0 orderby matrix[start, end] descending
                select new StageMove(StageOf(start), StageOf(end), matrix[start, end], 0)).Take(MovesShown)],
            soon, lapsed, atStake, WorthOf(timelines, histories, at, order, lapsing, soon, atStake));
    }

    private static long[] YearSpend(HistoryBase histories, Instant at)
    {
        long[] before = NetSpend.PerSubject(histories, YearEarlier.Of(at, histories.Calendar));
        return [.. NetSpend.PerSubject(histories, at).Zip(before, (now, then) => now - then)];
    }

    // All that leave the path but the worst, where there are two or more.
    private static bool[] Lapsing(StageOrder order)
    {
        int[] warm = [.. order.Indexes.Where(stage => order.Stages[order.PlaceOf(stage)].Tone == StageTone.Warm)];
        bool[] lapsing = new bool[order.Stages.Count];
        foreach (int stage in warm.Length > 1 ? warm[..^1] : warm)
        {
            lapsing[stage] = true;
        }

        return lapsing;
    }

    private static List<StageMove> ComingLapses(Timelines timelines, Calendar calendar, Instant at, long[] spend, StageOrder order)
    {
        Instant until = calendar.EndOfDay(calendar.DayOf(at) + DaysAhead);
        Dictionary<(int From, int To), (long Subjects, long Spend)> moves = [];
        for (int subject = 0; subject < timelines.SubjectCount; subject++)
        {
            ReadOnlySpan<StageSpan> spans = timelines.Of(subject);
            int place = Timelines.At(spans, at);
            if (place >= 0 && place + 1 < spans.Length && spans[place + 1].From <= until && order.Stages[order.PlaceOf(spans[place + 1].Stage)].Tone == StageTone.Warm)
            {
                (int, int) move = (spans[place].Stage, spans[place + 1].Stage);
                (long subjects, long sum) = moves.GetValueOrDefault(move);
                moves[move] = (subjects + 1, sum + spend[subject]);
            }
        }

        return [.. moves.OrderByDescending(move => move.Value.Spend).ThenBy(move => move.Key)
            .Select(move => new StageMove(order.Stages[order.PlaceOf(move.Key.From)], order.Stages[order.PlaceOf(move.Key.To)], move.Value.Subjects, move.Value.Spend))];
    }

    private static List<WorthDoing> WorthOf(
        Timelines timelines, HistoryBase histories, Instant at, StageOrder order, bool[] lapsing, IReadOnlyList<StageMove>? soon, long atStake)
    {
        var counts = StageCounts.Of(timelines, at);
        List<WorthDoing> worth = [];
        if (soon is [{ From: var leaving }, ..])
        {
            // A stage that already lapses is the next line's business.
            StageMove[] kept = [.. soon.Where(move => move.From.Tone == StageTone.Forward)];
            worth.Add(new(WorthDoingKind.KeepBeforeLapsing, kept.Sum(move => move.Subjects), kept.Sum(move => move.Spend), kept is [var first, ..] ? first.From.Id : leaving.Id));
        }

        int worst = Array.FindLastIndex([.. order.Indexes], stage => lapsing[stage]);
        if (worst >= 0)
        {
            worth.Add(new(WorthDoingKind.WinBack, order.Indexes.Where(stage => lapsing[stage]).Sum(stage => counts.PerStage[stage]), atStake, order.Stages[order.PlaceOf(order.Indexes[worst])].Id));
        }

        int[] path = [.. order.Indexes.Where(stage => order.Stages[order.PlaceOf(stage)].Tone == StageTone.Forward)];
        double basket = Sales.Compute(histories, Window.YearTo(at, histories.Calendar)).AverageBasket;
        if (path.Length > 1 && !double.IsNaN(basket))
        {
            worth.Add(new(WorthDoingKind.SecondOrder, counts.PerStage[path[^2]], counts.PerStage[path[^2]] * basket, order.Stages[order.PlaceOf(path[^2])].Id));
        }

        return [.. worth.Where(thing => thing.Subjects > 0 && thing.Money > 0).OrderByDescending(thing => thing.Money)];
    }
}

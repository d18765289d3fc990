using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Lifecycles;

/// <summary>
/// Computes the base tables a lifecycle needs: its measures of every subject it covers that has an order, at the first instant of each month that
/// <see cref="TableMonths"/> names, each from the history cut there.
/// </summary>
internal static class BaseTableScan
{
    /// <summary>Months measured in one pass over the histories: it bounds the memory to this many numbers per subject and measure.</summary>
    private const int MonthsPerPass = 12;

    /// <summary>Computes them.</summary>
    /// <param name="definition">The lifecycle.</param>
    /// <param name="context">What it is computed with.</param>
    /// <param name="known">Tables of an earlier state of the base; null for none.</param>
    /// <param name="changedFrom">No fact at or before a month that begins before this came or went since: what is known of it stands.</param>
    /// <param name="at">When the answer is wanted: the table in force then is the only one; null for all months.</param>
    public static BaseTables Run(LifecycleDefinition definition, LifecycleContext context, BaseTables? known = null, Instant changedFrom = default, Instant? at = null)
    {
        Dictionary<BaseMeasure, SortedSet<double>> measures = new LifecycleWalk(definition, context).Compiler.Measures;
        HistoryBase histories = context.Histories;
        FactSpan span = measures.Count == 0 ? new(Instant.Never, Instant.Beginning) : FactSpan.Of(histories);
        if (span.IsEmpty)
        {
            return BaseTables.Empty;
        }

        long[] starts = TableMonths.Of(histories, span);
        if (at is { } date)
        {
            starts = [.. starts.Where(start => start <= date.Micros).TakeLast(1)];
            if (starts.Length == 0)
            {
                return BaseTables.Empty;
            }
        }

        var cuts = new Dictionary<(string Measure, double Share), CutPoint?[]>();
        var means = new Dictionary<string, double[]>();
        BaseMeasure[] asked = [.. measures.Keys.OrderBy(measure => measure.Key, StringComparer.Ordinal)];
        foreach (BaseMeasure measure in asked)
        {
            means[measure.Key] = new double[starts.Length];
            foreach (double share in measures[measure])
            {
                cuts[(measure.Key, share)] = new CutPoint?[starts.Length];
            }
        }

        int stand = known is null ? 0 : Take(known, starts, cuts, means, changedFrom.Micros);
        for (int pass = stand; pass < starts.Length; pass += MonthsPerPass)
        {
            long[] months = starts[pass..Math.Min(starts.Length, pass + MonthsPerPass)];
            Ranked[][][] values = Measure(definition, context, asked, months);
            int begin = pass;
            Parallel.For(0, months.Length * asked.Length, job =>
            {
                int month = job / asked.Length;
                BaseMeasure measure = asked[job % asked.Length];
                Ranked[] ranked = [.. values[job % asked.Length][month].Where(value => value.FirstOrderAt != long.MinValue && !double.IsNaN(value.Value))];
                means[measure.Key][begin + month] = ranked.Length == 0 ? double.NaN : ranked.Average(value => value.Value);
                if (measures[measure].Count > 0)
                {
                    Rank(ranked, histories.Subjects, measure, measures[measure], cuts, begin + month);
                }
            });
        }

        return new BaseTables(starts, cuts, means);
    }

    /// <summary>Takes the months that stand from earlier tables.</summary>
    /// <returns>How many.</returns>
    private static int Take(BaseTables known, long[] starts, Dictionary<(string Measure, double Share), CutPoint?[]> cuts, Dictionary<string, double[]> means, long changedFrom)
    {
        bool isWhole = cuts.Keys.All(known.Cuts.ContainsKey) && means.Keys.All(known.Means.ContainsKey);
        int stand = 0;
        while (isWhole && stand < starts.Length && stand < known.Starts.Count && starts[stand] == known.Starts[stand] && starts[stand] < changedFrom)
        {
            stand++;
        }

        foreach (((string, double) cut, CutPoint?[] points) in cuts)
        {
            known.Cuts.GetValueOrDefault(cut)?.AsSpan(0, stand).CopyTo(points);
        }

        foreach ((string measure, double[] values) in means)
        {
            known.Means.GetValueOrDefault(measure)?.AsSpan(0, stand).CopyTo(values);
        }

        return stand;
    }

    private static void Rank(
        Ranked[] ranked, Subjects subjects, BaseMeasure measure, SortedSet<double> shares, Dictionary<(string Measure, double Share), CutPoint?[]> cuts, int month)
    {
        if (ranked.Length == 0)
        {
            return;
        }

        var ranking = new Ranking(ranked, subjects);
        foreach (double share in shares)
        {
            cuts[(measure.Key, share)][month] = ranking.CutAt((int)Math.Ceiling((share * ranked.Length) - 1e-9));
        }
    }

    private static Ranked[][][] Measure(LifecycleDefinition definition, LifecycleContext context, BaseMeasure[] measures, long[] months)
    {
        HistoryBase histories = context.Histories;
        Ranked[][][] values = [.. measures.Select(_ => months.Select(_ => new Ranked[histories.SubjectCount]).ToArray())];
        const int width = Timelines.BlockWidth;
        Parallel.For(
            0,
            (histories.SubjectCount + width - 1) / width,
            () => new Measurer(definition, context, measures),
            (block, _, measurer) =>
            {
                for (int subject = block * width; subject < Math.Min(histories.SubjectCount, (block + 1) * width); subject++)
                {
                    measurer.Measure(subject, months, values);
                }

                return measurer;
            },
            _ => { });
        return values;
    }

    /// <summary>One worker's compiled measures.</summary>
    private sealed class Measurer
    {
        private readonly Fold _fold;
        private readonly Func<double>[] _reads;
        private readonly Tally _orders;
        private readonly SubjectType _type;

        public Measurer(LifecycleDefinition definition, LifecycleContext context, BaseMeasure[] measures)
        {
            _type = definition.Subject;
            _fold = new Fold(context.Histories);
            var compiler = new Compiler(_fold, new Scope(context.Histories)
            {
                Thresholds = context.Thresholds.ToDictionary(entry => entry.Key, entry => entry.Value.Common),
                Target = definition.Target,
            });
            _reads = [.. measures.Select(measure =>
            {
                Func<double> read = compiler.Measure(Parser.Parse(new SourceText(measure.Key)), new SourceText(measure.Key));

                // The most recent rank highest: fewer days is more.
                return measure.IsRecency ? () => -read() : read;
            })];
            _orders = new Tally(_fold, null);
            _fold.Add(_orders, [Facts.FactKind.Order]);
        }

        public void Measure(int subject, long[] months, Ranked[][][] values)
        {
            bool any = _fold.Histories.Subjects.TypeOf(subject) == _type && _fold.Begin(subject);
            for (int month = 0; month < months.Length; month++)
            {
                if (any)
                {
                    _fold.MoveTo(months[month]);
                }

                for (int i = 0; i < _reads.Length; i++)
                {
                    bool buyer = any && _orders.Count > 0;
                    double value = buyer ? _reads[i]() : double.NaN;
                    values[i][month][subject] = new Ranked(value, buyer ? _orders.FirstAt : long.MinValue, subject);
                }
            }
        }
    }
}

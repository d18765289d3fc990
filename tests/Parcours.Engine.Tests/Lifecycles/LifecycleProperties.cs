using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;

namespace Parcours.Engine.Lifecycles;

/// <summary>What must hold of every lifecycle on any histories. A failure prints the seed and the plot, which is all of the base.</summary>
public sealed class LifecycleProperties
{
    [Fact]
    public void Stage_from_the_history_cut_at_a_date_equals_the_one_read_from_the_timeline() => Check((plot, analysis) =>
    {
        foreach (int subject in Subjects(plot))
        {
            foreach (Instant cut in plot.Moments(subject))
            {
                int cutStage = StageAt(analysis.SpansOf(subject, cut), cut);
                Same(analysis, subject, cut, analysis.Timelines.StageAt(subject, cut), cutStage);
            }
        }
    });

    [Fact]
    public void Timelines_are_gapless_and_without_repeats() => Check((plot, analysis) =>
    {
        foreach (int subject in Subjects(plot))
        {
            ReadOnlySpan<StageSpan> spans = analysis.Timelines.Of(subject);
            Assert.Equal(analysis.Histories[subject].Facts[0].At, spans[0].From);
            for (int i = 1; i < spans.Length; i++)
            {
                Assert.True(spans[i].From > spans[i - 1].From, "spans out of order");
                Assert.True(spans[i].Stage != spans[i - 1].Stage, "a stage follows itself");
                Assert.Equal(spans[i].Stage, analysis.Definition.Rules[spans[i].Rule].Stage);
            }
        }
    });

    [Fact]
    public void Announced_change_comes_at_its_instant_and_not_a_microsecond_before() => Check((plot, analysis) =>
    {
        if (analysis.Definition.Id == "corners")
        {
            return; // its stages depend on those before, which the naive reading does not know
        }

        var naive = new NaiveStages(analysis);
        foreach (int subject in Subjects(plot))
        {
            foreach (Instant cut in plot.Rows[subject].Select(row => row.Fact.At).Distinct())
            {
                IReadOnlyList<StageSpan> spans = analysis.SpansOf(subject, cut);
                Same(analysis, subject, cut, naive.StageAt(subject, cut, cut), StageAt(spans, cut));
                foreach (StageSpan next in spans.Where(span => span.From > cut))
                {
                    var justBefore = new Instant(next.From.Micros - 1);
                    Same(analysis, subject, next.From, naive.StageAt(subject, cut, next.From), next.Stage);
                    Same(analysis, subject, justBefore, naive.StageAt(subject, cut, justBefore), StageAt(spans, justBefore));
                }

                foreach (Instant later in plot.Moments(subject).Where(moment => moment > cut))
                {
                    Same(analysis, subject, later, naive.StageAt(subject, cut, later), StageAt(spans, later));
                }
            }
        }
    });

    [Fact]
    public void Order_of_insertion_does_not_matter() => Check((plot, analysis) =>
    {
        var random = new Random(plot.Seed);
        int[] order = [.. Subjects(plot)];
        random.Shuffle(order);
        var shuffled = order.Select(subject =>
        {
            FactRow[] rows = [.. plot.Rows[subject]];
            random.Shuffle(rows);
            return rows;
        }).ToList();
        HistoryBase other = plot.Base(analysis.Definition.Subject, shuffled, [.. order.Select(Plot.KeyOf)]);
        LifecycleAnalysis again = Plot.Analysis(analysis.Definition, other, Plot.Rhythms(other));
        for (int place = 0; place < order.Length; place++)
        {
            Assert.Equal(analysis.Timelines.Of(order[place]).ToArray(), again.Timelines.Of(place).ToArray());
        }
    });

    [Fact]
    public void Late_fact_gives_what_a_fresh_load_gives() => Check((plot, analysis) =>
    {
        // The base is loaded without one subject's first rows; they come later, as an overlay, and the overlay is then folded back.
        SubjectType type = analysis.Definition.Subject;
        int late = plot.Seed % plot.Subjects;
        var early = plot.Rows.Select((rows, subject) => subject == late ? rows.Skip((rows.Length + 1) / 2) : rows).ToList();
        HistoryBase before = plot.Base(type, early, [.. Subjects(plot).Select(Plot.KeyOf)]);
        HistoryBase overlaid = before.With([new(late, Segment.OfOne(plot.Rows[late]))], before.Subjects, before.Vocabulary);
        foreach (HistoryBase after in (HistoryBase[])[overlaid, overlaid.Compact()])
        {
            LifecycleAnalysis again = Plot.Analysis(analysis.Definition, after, Plot.Rhythms(after));
            foreach (int subject in Subjects(plot))
            {
                Assert.Equal(analysis.Timelines.Of(subject).ToArray(), again.Timelines.Of(subject).ToArray());
            }
        }
    });

    [Fact]
    public void Crm_segments_is_what_its_rules_say_in_plain_code() => Prop.ForAll(Plot.Any(6, 30), plot =>
    {
        LifecycleDefinition definition = Definitions.Find("crm-segments")!;
        HistoryBase histories = plot.Base(SubjectType.Customer);
        LifecycleAnalysis analysis = Plot.Analysis(definition, histories, Plot.Rhythms(histories));
        foreach (int subject in Subjects(plot))
        {
            IEnumerable<Instant> changes = analysis.Timelines.Of(subject).ToArray().SelectMany(span => new[] { span.From, new Instant(span.From.Micros - 1) });
            foreach (Instant at in plot.Moments(subject).Concat(changes))
            {
                int stage = analysis.Timelines.StageAt(subject, at);
                Assert.Equal(CrmSegmentsByHand.StageAt(analysis, plot.Rows[subject], at), stage < 0 ? "none" : definition.Stages[stage].Id);
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static IEnumerable<int> Subjects(Plot plot) => Enumerable.Range(0, plot.Subjects);

    private static int StageAt(IReadOnlyList<StageSpan> spans, Instant at) => Timelines.At([.. spans], at) is >= 0 and int place ? spans[place].Stage : -1;

    private static void Same(LifecycleAnalysis analysis, int subject, Instant at, int expected, int found)
    {
        string name(int stage) => stage < 0 ? "none" : analysis.Definition.Stages[stage].Id;
        Assert.True(expected == found, $"{analysis.Definition.Id}, subject {subject} at {at}: {name(expected)} expected, {name(found)} found");
    }

    private static void Check(Action<Plot, LifecycleAnalysis> holds) => Prop.ForAll(Plot.Any(), plot =>
    {
        foreach (SubjectType type in (SubjectType[])[SubjectType.Customer, SubjectType.Account])
        {
            HistoryBase histories = plot.Base(type);
            Func<int, RhythmHistory> rhythms = Plot.Rhythms(histories);
            foreach (LifecycleDefinition definition in Definitions.All.Where(definition => definition.Subject == type))
            {
                holds(plot, Plot.Analysis(definition, histories, rhythms));
            }
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
}

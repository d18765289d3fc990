using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Lifecycles;

namespace Parcours.Engine.Churn;

/// <summary>The scores that rules read, on one CDNOW customer in ten.</summary>
public sealed class ScoreTablesTests : IDisposable
{
    private const string Definition = """
        churn: gone
        eligible: orders >= 1
        outcome: never(order within horizon)
        horizon: 91 days
        candidates: [rfm]
        """;

    private static readonly HistoryBase Full = CdnowCustomers.Tenth(Instant.Never);

    private readonly string _folder = Directory.CreateTempSubdirectory("parcours-scores-").FullName;

    public ScoreTablesTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "churn"));
        File.WriteAllText(Path.Combine(_folder, "churn", "gone.yaml"), Definition);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Month_holds_what_was_computed_at_the_end_of_the_day_before()
    {
        MonthlyScores scores = new ScoreTables(_folder).Of("gone", Full)!;
        ChurnDefinition definition = new ChurnLibrary(_folder).Find("gone")!;
        long january = Instant.FromUtc(1998, 1, 1).Micros;
        ChurnScores alone = ChurnScores.Compute(definition, Full, new Instant(january - 1)).Scores!;

        Assert.Equal("rfm", alone.Selection.Chosen);
        for (int subject = 0; subject < Full.SubjectCount; subject++)
        {
            double expected = alone.Of(subject) is { } probability ? (float)probability : double.NaN;
            Assert.Equal(expected, scores.At(subject, january, out _));
            Assert.Equal(expected, scores.At(subject, Instant.FromUtc(1998, 1, 31).Micros, out _));
        }
    }

    [Fact]
    public void Scores_of_a_base_cut_at_a_date_are_those_of_the_whole_base_until_then()
    {
        Instant cut = CdnowCustomers.EndOf(1997, 11, 20);
        HistoryBase past = CdnowCustomers.Tenth(cut);
        var tables = new ScoreTables(_folder);
        MonthlyScores whole = tables.Of("gone", Full)!;
        MonthlyScores known = tables.Of("gone", past)!;

        int scored = 0;
        for (int month = 1; month <= 11; month++)
        {
            long at = Instant.FromUtc(1997, month, 1).Micros;
            for (int subject = 0; subject < Full.SubjectCount; subject++)
            {
                double expected = known.At(subject, at, out _);
                Assert.Equal(expected, whole.At(subject, at, out _));
                scored += double.IsNaN(expected) ? 0 : 1;
            }
        }

        Assert.True(scored > 4 * Full.SubjectCount, $"only {scored} scores");
    }

    [Fact]
    public void Nobody_has_a_score_before_the_past_is_long_enough()
    {
        MonthlyScores scores = new ScoreTables(_folder).Of("gone", Full)!;

        Assert.All(Enumerable.Range(0, Full.SubjectCount), subject => Assert.Equal(double.NaN, scores.At(subject, Instant.FromUtc(1997, 3, 31).Micros, out _)));
        Assert.NotEqual(double.NaN, scores.At(0, Instant.FromUtc(1997, 5, 1).Micros, out _));
    }

    [Fact]
    public void Rule_that_reads_a_score_moves_customers_at_the_month_s_first_instant()
    {
        var library = new LifecycleLibrary(_folder, _ => null);
        (LifecycleDefinition? definition, var errors) = library.Check("""
            lifecycle: risk
            path: [other]
            stages:
              - { id: leaving, when: score(gone) >= 0.7 }
              - { id: staying, when: score(gone) < 0.7 }
              - { id: other, when: always }
            """);
        Assert.Empty(errors);
        LifecycleAnalysis analysis = library.Analyse(definition!, Full);
        MonthlyScores scores = new ScoreTables(_folder).Of("gone", Full)!;
        var at = Instant.FromUtc(1998, 2, 10);

        int[] counts = new int[3];
        for (int subject = 0; subject < Full.SubjectCount; subject++)
        {
            double score = scores.At(subject, at.Micros, out _);
            int stage = analysis.Timelines.StageAt(subject, at);
            Assert.Equal(double.IsNaN(score) ? 2 : score >= 0.7 ? 0 : 1, stage);
            Assert.All(analysis.Timelines.Of(subject)[1..].ToArray(), span => Assert.Equal(1, Calendar.DateOf(Full.Calendar.DayOf(span.From)).Day));
            counts[stage]++;
        }

        Assert.True(counts[0] > 100 && counts[1] > 100, string.Join(", ", counts));
    }

    [Fact]
    public void Unknown_definition_is_told_with_its_place_and_the_nearest()
    {
        ExpressionError error = Assert.Single(new LifecycleLibrary(_folder, _ => null).Check("""
            lifecycle: risk
            path: [other]
            stages:
              - { id: leaving, when: orders >= 1 and score(stoped-buying) >= 0.7 }
              - { id: other, when: always }
            """).Errors);

        Assert.Equal((4, 48, "stopped-buying"), (error.Line, error.Column, error.Nearest));
        Assert.Contains("gone", error.Expected, StringComparison.Ordinal);
    }
}

using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Churn;

/// <summary>One customer after another scored by what was learnt on the whole base: one CDNOW customer in ten.</summary>
public sealed class ChurnScorerTests
{
    private static readonly Instant _at = CdnowCustomers.EndOf(1998, 3, 31);

    [Theory]
    [InlineData("recency")]
    [InlineData("rfm")]
    [InlineData("pnbd")]
    [InlineData("stacked")]
    [InlineData("logistic")]
    [InlineData("boosting")]
    public void Customer_alone_is_scored_as_among_all_and_for_the_same_reasons(string learner)
    {
        HistoryBase histories = CdnowCustomers.Tenth(_at);
        ChurnDefinition definition = new ChurnLibrary(null).Find(ChurnLibrary.Usual)!;
        ChurnScores scores = ChurnScores.Compute(
            definition, new ChurnWindows(histories, _at), _at, (_, _) => new ChurnModel(new ChurnSelection(90, [], learner, null), 3)).Scores!;
        ChurnScorer scorer = scores.Scorer();

        Assert.Equal((learner, 3, scores.LearntAt), (scorer.Model, scorer.Version, scorer.LearntAt));
        int scored = 0;
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            ChurnScore? alone = scorer.Score(histories, subject, _at, _at);
            Assert.Equal(scores.Of(subject) is null, alone is null);
            if (alone is not null)
            {
                scored++;
                Assert.Equal(scores.Of(subject)!.Value, alone.Probability, 1e-9);
                Assert.Equal(scores.Reasons(subject).Select(reason => reason.In("en")), alone.Reasons.Select(reason => reason.In("en")));
                Assert.Equal(_at, alone.At);
            }
        }

        Assert.True(scored > 100, $"only {scored} are scored");
    }

    [Fact]
    public void Silence_after_the_last_day_of_the_base_is_no_leaving()
    {
        HistoryBase histories = CdnowCustomers.Tenth(_at);
        ChurnScorer scorer = ChurnScores.Compute(new ChurnLibrary(null).Find(ChurnLibrary.Usual)!, histories, _at).Scores!.Scorer();
        int subject = Enumerable.Range(0, histories.SubjectCount).First(customer => scorer.Score(histories, customer, _at, _at) is not null);
        ChurnScore later = scorer.Score(histories, subject, CdnowCustomers.EndOf(1999, 1, 1), _at)!;

        Assert.Equal((_at, scorer.Score(histories, subject, _at, _at)!.Probability), (later.At, later.Probability));
    }
}

using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;

namespace Parcours.Domain.Indicators;

/// <summary>Satisfaction by stage: each subject counts once, by its last answer, in the stage it stands in at the end of the window.</summary>
public static class SatisfactionScan
{
    /// <summary>The questions that can be counted, as facts name them.</summary>
    public static IReadOnlyList<string> Surveys { get; } = ["nps", "csat", "ces"];

    /// <summary>Counts the answers to one question.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="timelines">The stages of its subjects.</param>
    /// <param name="window">Whose answers count.</param>
    /// <param name="survey">One of <see cref="Surveys"/>.</param>
    /// <returns>One for each stage, in the order of the lifecycle.</returns>
    /// <exception cref="ArgumentException">There is no such question.</exception>
    public static IReadOnlyList<StageSatisfaction> Compute(HistoryBase histories, Timelines timelines, Window window, string survey)
    {
        (long pleased, long displeased) = survey switch
        {
            "nps" => (9L, 6L),
            "csat" => (4L, 2L),
            "ces" => (5L, 3L),
            _ => throw new ArgumentException($"{survey} is no question: {string.Join(", ", Surveys)}.", nameof(survey)),
        };
        int stages = timelines.Stages.Length;
        long[] counts = !histories.Vocabulary.TryFind(survey, out int term) ? new long[stages * 3] : SubjectRanges.Count(histories.SubjectCount, stages * 3, (partial, from, to) =>
        {
            for (int subject = from; subject < to; subject++)
            {
                if (LastAnswer(histories[subject], window, term) is { } score && timelines.StageAt(subject, window.To) is var stage and >= 0)
                {
                    partial[stage * 3]++;
                    partial[(stage * 3) + 1] += score >= pleased ? 1 : 0;
                    partial[(stage * 3) + 2] += score <= displeased ? 1 : 0;
                }
            }
        });
        return [.. Enumerable.Range(0, stages).Select(stage => new StageSatisfaction(stage, counts[stage * 3], counts[(stage * 3) + 1], counts[(stage * 3) + 2]))];
    }

    private static long? LastAnswer(History history, Window window, int term)
    {
        ReadOnlySpan<Fact> facts = history.Until(window.To).Facts;
        for (int place = facts.Length - 1; place >= 0 && facts[place].At > window.After; place--)
        {
            if (facts[place].Kind == FactKind.SurveyAnswer && facts[place].Item == term)
            {
                return facts[place].Value;
            }
        }

        return null;
    }
}

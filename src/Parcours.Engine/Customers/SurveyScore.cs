using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Customers;

/// <summary>The last answer of a customer to a survey, or the last review.</summary>
/// <param name="Survey">nps, ces, csat, or another survey's name; "review" for a review.</param>
/// <param name="Score">The score given.</param>
/// <param name="At">When.</param>
/// <param name="Answers">How many times they answered it in all.</param>
public sealed record SurveyScore(string Survey, long Score, Instant At, int Answers)
{
    /// <summary>The last of each survey, in the order of their names.</summary>
    public static IReadOnlyList<SurveyScore> Of(Vocabulary words, History history)
    {
        var last = new SortedDictionary<string, SurveyScore>(StringComparer.Ordinal);
        foreach (ref readonly Fact fact in history.Facts)
        {
            if (fact.Kind is FactKind.SurveyAnswer or FactKind.Review)
            {
                string survey = fact.Kind == FactKind.Review ? "review" : words.TextOf(fact.Item);
                last[survey] = new SurveyScore(survey, fact.Value, fact.At, (last.TryGetValue(survey, out SurveyScore? before) ? before.Answers : 0) + 1);
            }
        }

        return [.. last.Values];
    }
}

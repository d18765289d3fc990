using System.Collections.Immutable;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Timing;

/// <summary>The categories that sell most.</summary>
public static class LargestCategories
{
    /// <summary>The categories with the most order lines, as terms; the most first, then by name.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="cut">Later facts are not known.</param>
    /// <param name="most">How many at most.</param>
    public static ImmutableArray<int> Of(HistoryBase histories, Instant cut, int most)
    {
        Vocabulary vocabulary = histories.Vocabulary;
        long[] lines = SubjectRanges.Count(histories.SubjectCount, vocabulary.Count + 1, (partial, from, to) =>
        {
            for (int subject = from; subject < to; subject++)
            {
                foreach (ref readonly Fact fact in histories[subject].Until(cut).Facts)
                {
                    partial[fact.Kind == FactKind.OrderLine ? vocabulary.CategoryOf(fact.Item) : 0]++;
                }
            }
        });
        return
        [
            .. Enumerable.Range(1, lines.Length - 1)
                .Where(term => lines[term] > 0)
                .OrderByDescending(term => lines[term])
                .ThenBy(vocabulary.TextOf, StringComparer.Ordinal)
                .Take(most),
        ];
    }
}

using Parcours.Domain.Lifecycles;
using Parcours.Engine.Segments.Quality;

namespace Parcours.Engine.Segments.Discovery;

/// <summary>Groups named by what sets them apart: the indicators in which they stand furthest from the whole, most first, as many as it takes for no two to have one name.</summary>
internal static class GroupNames
{
    private const int Usual = 2;
    private const double Worth = 0.5; // of a spread; nearer to the whole, an indicator says little

    /// <summary>A name a group.</summary>
    /// <param name="indicators">The indicators.</param>
    /// <param name="standings">Of each group, where it stands in each of them.</param>
    public static LocalText[] Of(IReadOnlyList<CustomerIndicator> indicators, IReadOnlyList<IReadOnlyList<double>> standings)
    {
        LocalText[][] words = [.. standings.Select(standing => Words(indicators, standing))];
        int[] taken = [.. words.Select((said, group) => Math.Clamp(standings[group].Count(place => Math.Abs(place) >= Worth), 1, Math.Min(Usual, said.Length)))];
        while (Same(words, taken) is { } group && taken[group] < words[group].Length)
        {
            taken[group]++;
        }

        return [.. words.Select((said, group) => new LocalText(Sentence(said.Take(taken[group]).Select(word => word.En)), Sentence(said.Take(taken[group]).Select(word => word.Fr))))];
    }

    private static LocalText[] Words(IReadOnlyList<CustomerIndicator> indicators, IReadOnlyList<double> standing) =>
        [.. Enumerable.Range(0, indicators.Count).OrderByDescending(i => Math.Abs(standing[i])).Select(i => standing[i] > 0 ? indicators[i].High : indicators[i].Low)];

    // A group that shares its name with one before it and has words left.
    private static int? Same(LocalText[][] words, int[] taken)
    {
        for (int group = 1; group < words.Length; group++)
        {
            for (int before = 0; before < group; before++)
            {
                if (taken[group] < words[group].Length && words[group].Take(taken[group]).Order(Comparer<LocalText>.Create((a, b) => string.CompareOrdinal(a.En, b.En)))
                    .SequenceEqual(words[before].Take(taken[before]).Order(Comparer<LocalText>.Create((a, b) => string.CompareOrdinal(a.En, b.En)))))
                {
                    return group;
                }
            }
        }

        return null;
    }

    private static string Sentence(IEnumerable<string> words)
    {
        string joined = string.Join(", ", words);
        return char.ToUpperInvariant(joined[0]) + joined[1..];
    }
}

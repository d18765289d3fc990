using System.Collections.Concurrent;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;

namespace Parcours.Engine.Customers;

/// <summary>Who has an attribute of which a word begins as somebody wrote.</summary>
public static class AttributeMatches
{
    private const int MostTerms = 10_000;

    /// <summary>Whether each subject has one, by its index.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="beginning">What a word begins with, whatever the case of letters; not empty.</param>
    public static bool[] Of(HistoryBase histories, string beginning)
    {
        bool[] found = new bool[histories.SubjectCount];
        HashSet<int> terms = Terms(histories.Vocabulary, beginning);
        if (terms.Count > 0 && found.Length > 0)
        {
            Parallel.ForEach(Partitioner.Create(0, found.Length), range =>
            {
                for (int subject = range.Item1; subject < range.Item2; subject++)
                {
                    found[subject] = Says(histories[subject].Facts, terms);
                }
            });
        }

        return found;
    }

    /// <summary>Whether a word of a text begins so, whatever the case of letters.</summary>
    public static bool HasWord(string text, string beginning)
    {
        for (int at = text.IndexOf(beginning, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(beginning, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Says(ReadOnlySpan<Fact> facts, HashSet<int> terms)
    {
        foreach (ref readonly Fact fact in facts)
        {
            if (fact.Kind == FactKind.AttributeChanged && terms.Contains((int)fact.Value))
            {
                return true;
            }
        }

        return false;
    }

    private static HashSet<int> Terms(Vocabulary words, string wanted)
    {
        var terms = new HashSet<int>();
        for (int term = 1; term < words.Count && terms.Count < MostTerms; term++)
        {
            if (HasWord(words.TextOf(term), wanted))
            {
                terms.Add(term);
            }
        }

        return terms;
    }
}

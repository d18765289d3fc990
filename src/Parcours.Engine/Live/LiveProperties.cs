using System.Text;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Properties;

namespace Parcours.Engine.Live;

/// <summary>Reads the declared properties of the facts of a transaction, so that a condition sees them from then on.</summary>
internal static class LiveProperties
{
    /// <summary>The properties with the values of the facts just written.</summary>
    /// <param name="known">Those before.</param>
    /// <param name="words">The dictionary, which knows the transaction's custom kinds.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="firstFact">The number of the first.</param>
    public static FactProperties Grown(FactProperties known, Vocabulary words, IReadOnlyList<PendingFact> facts, long firstFact)
    {
        if (known.Declared.IsEmpty || facts.Count == 0)
        {
            return known;
        }

        var readers = new Dictionary<FactKind, (PayloadReader Reader, int[] Columns)>();
        foreach (IGrouping<string, DeclaredProperty> kind in known.Declared.GroupBy(property => property.Kind))
        {
            if (words.TryFindKind(kind.Key, out FactKind found))
            {
                readers.Add(found, (new PayloadReader(kind), [.. kind.Select(property => known.Names.IndexOf(property.Name))]));
            }
        }

        PropertyValues[] columns = [.. known.Names.Select(_ => new PropertyValues())];
        for (int i = 0; i < facts.Count; i++)
        {
            if (facts[i].Stored.Payload is { } payload && readers.TryGetValue(facts[i].Fact.Kind, out (PayloadReader Reader, int[] Columns) kind))
            {
                ReadOnlySpan<string?> values = kind.Reader.Read(Encoding.UTF8.GetBytes(payload));
                for (int value = 0; value < values.Length; value++)
                {
                    if (values[value] is { } text)
                    {
                        columns[kind.Columns[value]].Add(firstFact + i, text);
                    }
                }
            }
        }

        return known.With(known.Names.Select((name, column) => known[name].With([columns[column]])));
    }
}

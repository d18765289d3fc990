using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Domain.Segments;

namespace Parcours.Engine.Segments;

/// <summary>Whether the segments that one reads exist, and none of them reads it in turn.</summary>
internal static class SegmentCircles
{
    /// <summary>What is wrong with the segments that a condition names, each with the place of the name.</summary>
    /// <param name="definition">The segment.</param>
    /// <param name="ids">Every segment there is.</param>
    /// <param name="find">The segment of a name as it was saved, unchecked; null when its file cannot be read.</param>
    public static IEnumerable<ExpressionError> Check(SegmentDefinition definition, IReadOnlyList<string> ids, Func<string, SegmentDefinition?> find)
    {
        foreach (Mention mention in Named(definition))
        {
            if (mention.Id != definition.Id && !ids.Contains(mention.Id))
            {
                string expected = ids.Count == 0 ? "the name of a segment; there is none yet" : "one of " + string.Join(", ", ids.Where(id => id != definition.Id));
                yield return new(mention.Line, mention.Column, $"there is no segment \"{mention.Id}\"", expected, Spelling.Nearest(mention.Id, ids.Where(id => id != definition.Id)));
            }
            else if (Circle(definition.Id, [mention.Id], find) is { } circle)
            {
                yield return new(
                    mention.Line, mention.Column, $"the segment goes round in a circle: {string.Join(" → ", circle.Prepend(definition.Id))}", "a segment that does not read this one", null);
            }
        }
    }

    private static IEnumerable<Mention> Named(SegmentDefinition definition) =>
        definition.Where is { } where ? Mention.In(where).Where(mention => mention.Word == "segment") : [];

    /// <summary>The way from the last of a chain back to a segment; null when there is none.</summary>
    private static ImmutableArray<string>? Circle(string id, ImmutableArray<string> chain, Func<string, SegmentDefinition?> find)
    {
        if (chain[^1] == id)
        {
            return chain;
        }

        if (find(chain[^1]) is not { } other)
        {
            return null;
        }

        foreach (string next in Named(other).Select(mention => mention.Id).Distinct().Where(next => !chain.Contains(next)))
        {
            if (Circle(id, chain.Add(next), find) is { } circle)
            {
                return circle;
            }
        }

        return null;
    }
}

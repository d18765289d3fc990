using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Answers;
using Parcours.Engine.Definitions;

namespace Parcours.Engine.Usage;

/// <summary>What of the data is used, and what never is.</summary>
public static class DataUsage
{
    /// <summary>What lifecycles, segments and scores use of a base, as their files stand.</summary>
    public static IReadOnlyList<Used> Of(AnswerSource known) => Of(known.Histories,
    [
        .. known.Library.Ids.Select(id => Sound(() => known.Library.Find(id))).OfType<Domain.Lifecycles.LifecycleDefinition>().Select(DataUser.Of),
        .. known.Segments.Library.Ids.Select(id => Sound(() => known.Segments.Library.Unchecked(id))).OfType<Domain.Segments.SegmentDefinition>().Select(DataUser.Of),
        .. ScoreReading.All,
    ]);

    /// <summary>Everything a base holds or a workspace declared, the never-used first, then by how much there is.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="users">What looks at data.</param>
    public static IReadOnlyList<Used> Of(HistoryBase histories, IReadOnlyList<DataUser> users)
    {
        var census = FactCensus.Of(histories);
        Used One(DataSort sort, string name, FactCensus.Count count) => new(sort, name, count.Facts, count.Subjects, [.. users.Where(user => user.Reads(sort, name))]);
        return
        [
            .. census.Kinds.Where(pair => pair.Key != FactKind.AttributeChanged).Select(pair => One(DataSort.Kind, histories.Vocabulary.NameOf(pair.Key), pair.Value))
                .Concat(census.Attributes.Select(pair => One(DataSort.Attribute, histories.Vocabulary.TextOf(pair.Key), pair.Value)))
                .Concat(histories.Properties.Names.Select(name => One(DataSort.Property, name, census.Properties.GetValueOrDefault(name))))
                .OrderBy(used => used.Users.Count > 0).ThenByDescending(used => used.Facts).ThenBy(used => used.Sort).ThenBy(used => used.Name, StringComparer.Ordinal),
        ];
    }

    // A file with errors uses nothing until it is mended; its own page says what is wrong.
    private static T? Sound<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (DefinitionException)
        {
            return null;
        }
    }
}

using System.Collections.Immutable;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Consent;

/// <summary>What a person allowed and forbade, read from their history.</summary>
public static class Permissions
{
    /// <summary>Everything they ever said about it, the earliest first.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="subject">Whose.</param>
    /// <param name="details">What the store keeps of facts, by their numbers.</param>
    public static ImmutableArray<Permission> Of(HistoryBase histories, int subject, Func<long[], IReadOnlyList<StoredDetail>> details)
    {
        History history = histories[subject];
        int[] places = [.. Enumerable.Range(0, history.Count).Where(place => history.Facts[place].Kind is FactKind.OptIn or FactKind.OptOut)];
        long[] ids = [.. places.Select(place => history.FactIds[place])];
        IReadOnlyList<StoredDetail> known = details(ids);
        return [.. places.Select((place, i) => Of(histories, history.Facts[place], ids[i], known[i].Payload))];
    }

    /// <summary>What holds now: the last word on each channel and purpose, in the order of channels, then purposes.</summary>
    public static IEnumerable<Permission> Standing(IEnumerable<Permission> said) => said
        .GroupBy(permission => (permission.Channel, permission.Purpose))
        .OrderBy(group => group.Key.Channel).ThenBy(group => group.Key.Purpose, StringComparer.Ordinal)
        .Select(group => group.Last());

    private static Permission Of(HistoryBase histories, Fact fact, long id, string? proof) =>
        new(id, fact.Channel, histories.Vocabulary.TextOf(fact.Item), fact.Kind == FactKind.OptIn, fact.At, proof);
}

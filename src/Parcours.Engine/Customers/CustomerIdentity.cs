using Parcours.Engine.Identity;

namespace Parcours.Engine.Customers;

/// <summary>Who a customer is: its keys, and the joins that made them one.</summary>
/// <param name="Place">Its place in the base.</param>
/// <param name="Keys">Its keys, the strongest kind first.</param>
/// <param name="Merges">The joins that stand, the first first.</param>
public sealed record CustomerIdentity(int Place, IReadOnlyList<(IdentityKind Kind, string Key)> Keys, IReadOnlyList<CustomerMerge> Merges)
{
    /// <summary>The subject that any of its keys names.</summary>
    /// <param name="graph">All identities.</param>
    /// <param name="key">The key as somebody wrote it.</param>
    /// <returns>Who it is; null when nobody has that key.</returns>
    public static CustomerIdentity? Find(IdentityGraph graph, string key) => PlaceOf(graph, key) is >= 0 and var place ? Of(graph, place) : null;

    /// <summary>Who the subject of a place is.</summary>
    public static CustomerIdentity Of(IdentityGraph graph, int place) => new(
        place,
        [.. graph.MembersOf(place).Select(identity => graph[identity]).OrderBy(identity => identity.Kind).ThenBy(identity => identity.Key, StringComparer.Ordinal)],
        [.. graph.JoinsOf(place).Select(join => CustomerMerge.Of(graph, join))]);

    /// <summary>The identity that a key names, as it is or as its kind writes it: the strongest kind first; -1 for none.</summary>
    public static int IdentityOf(IdentityGraph graph, string key)
    {
        string trimmed = key.Trim();
        foreach (IdentityKind kind in Enum.GetValues<IdentityKind>())
        {
            int found = graph.Find(kind, trimmed);
            if (found >= 0)
            {
                return found;
            }
        }

        return graph.Find(IdentityKind.Email, trimmed.ToLowerInvariant()) is >= 0 and var email ? email
            : graph.Find(IdentityKind.Phone, PhoneOf(trimmed));
    }

    private static int PlaceOf(IdentityGraph graph, string key) => IdentityOf(graph, key) is >= 0 and var identity ? graph.PlaceOf(identity) : -1;

    private static string PhoneOf(string text) => string.Concat(text.Where((letter, at) => char.IsAsciiDigit(letter) || (letter == '+' && at == 0)));
}

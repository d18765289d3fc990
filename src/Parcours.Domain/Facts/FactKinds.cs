using System.Collections.Frozen;
using System.Text;

namespace Parcours.Domain.Facts;

/// <summary>The names of the typed kinds, as files, definitions and the API write them: <c>order_line</c>, <c>opt_in</c>, <c>complaint_resolved</c>.</summary>
public static class FactKinds
{
    private static readonly FrozenDictionary<FactKind, string> Names =
        Enum.GetValues<FactKind>().Where(kind => kind is not (FactKind.None or FactKind.FirstCustom)).ToFrozenDictionary(kind => kind, SnakeCase);

    private static readonly FrozenDictionary<string, FactKind> Kinds =
        Names.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>All typed kinds, by rank.</summary>
    public static IReadOnlyList<FactKind> All { get; } = [.. Names.Keys.Order()];

    /// <summary>The name of a typed kind.</summary>
    public static string NameOf(FactKind kind) => Names.GetValueOrDefault(kind, "unknown");

    /// <summary>The typed kind of a name; false when there is none.</summary>
    public static bool TryFind(string name, out FactKind kind) => Kinds.TryGetValue(name, out kind);

    /// <summary>Whether the value of a kind is an amount of money.</summary>
    public static bool IsMoney(FactKind kind) => kind is FactKind.Order or FactKind.OrderLine or FactKind.OrderAdjusted or FactKind.Refund
        or FactKind.DealCreated or FactKind.DealWon or FactKind.DealLost or FactKind.Offer or FactKind.Contract or FactKind.Quote
        or FactKind.SubscriptionStarted or FactKind.SubscriptionRenewed or FactKind.SubscriptionChanged or FactKind.CouponUsed;

    /// <summary>Whether the value of a kind is a term of the dictionary: an attribute's text, the name of an arm.</summary>
    public static bool HasTermValue(FactKind kind) => kind is FactKind.AttributeChanged or FactKind.Assignment;

    private static string SnakeCase(FactKind kind)
    {
        var name = new StringBuilder();
        foreach (char letter in kind.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0)
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}

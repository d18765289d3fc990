using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Customers;

/// <summary>What is known of a customer under a name, as last said.</summary>
/// <param name="Name">As "country".</param>
/// <param name="Value">As it was written.</param>
/// <param name="Since">From when it holds.</param>
public sealed record CustomerAttribute(string Name, string Value, Instant Since)
{
    /// <summary>The attributes of a history, in the order of their names.</summary>
    public static IReadOnlyList<CustomerAttribute> Of(Vocabulary words, History history)
    {
        var last = new SortedDictionary<string, CustomerAttribute>(StringComparer.Ordinal);
        foreach (ref readonly Fact fact in history.Facts)
        {
            if (fact.Kind == FactKind.AttributeChanged)
            {
                string name = words.TextOf(fact.Item);
                last[name] = new CustomerAttribute(name, words.TextOf((int)fact.Value), fact.At);
            }
        }

        return [.. last.Values];
    }
}

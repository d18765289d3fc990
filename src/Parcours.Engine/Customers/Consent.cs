using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Customers;

/// <summary>The last word of a customer on one channel and purpose.</summary>
/// <param name="Channel">The channel; <see cref="Channel.None"/> for all of them.</param>
/// <param name="Purpose">What the permission is for; empty when the source did not say.</param>
/// <param name="IsGiven">Whether permission stands.</param>
/// <param name="At">When it was last given or withdrawn.</param>
public sealed record Consent(Channel Channel, string Purpose, bool IsGiven, Instant At)
{
    /// <summary>The last word on each channel and purpose, in their order. A withdrawal without a channel withdraws all that was given before.</summary>
    public static IReadOnlyList<Consent> Of(Vocabulary words, History history)
    {
        var last = new SortedDictionary<(Channel Channel, string Purpose), Consent>();
        foreach (ref readonly Fact fact in history.Facts)
        {
            if (fact.Kind is not (FactKind.OptIn or FactKind.OptOut))
            {
                continue;
            }

            string purpose = words.TextOf(fact.Item);
            bool isGiven = fact.Kind == FactKind.OptIn;
            if (!isGiven && fact.Channel == Channel.None)
            {
                foreach ((Channel, string) key in last.Keys.ToArray())
                {
                    last[key] = last[key] with { IsGiven = false, At = fact.At };
                }
            }

            last[(fact.Channel, purpose)] = new Consent(fact.Channel, purpose, isGiven, fact.At);
        }

        return [.. last.Values];
    }
}

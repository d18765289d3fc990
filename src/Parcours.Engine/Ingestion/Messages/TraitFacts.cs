using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Import.Values;
using Parcours.Engine.Ingestion.Events;
using Parcours.Engine.Properties;

namespace Parcours.Engine.Ingestion.Messages;

/// <summary>Makes facts of the traits of a person or an account, as import does of the columns of a file of customers: attributes, registration, consents.</summary>
/// <param name="limits">How many there may be.</param>
internal sealed class TraitFacts(IngestionLimits limits)
{
    private const int LongestValue = 200;
    private const int LongestName = 64;
    private const int MostRemembered = 10_000;

    private static readonly ConcurrentDictionary<string, string> Names = new(StringComparer.Ordinal);
    private static int _count;

    /// <summary>Adds the facts of traits.</summary>
    /// <param name="traits">The traits; anything but an object has none.</param>
    /// <param name="ofAccount">Whether they are an account's while the message is about a person.</param>
    /// <param name="isAccount">Whether they are an account's: then they hold no consent and no registration.</param>
    /// <param name="latest">When the message was received: nobody registered after it.</param>
    public Fault? Add(JsonElement traits, bool ofAccount, bool isAccount, Instant latest, Trust trust, ImmutableArray<IncomingFact>.Builder facts)
    {
        if (traits.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        int before = facts.Count;
        foreach (JsonProperty trait in traits.EnumerateObject())
        {
            ReadOnlySpan<byte> raw = JsonMarshal.GetRawUtf8PropertyName(trait);
            if (IsKeyAgain(raw) || (PropertyNames.TryFind(raw, out PropertyField field, out _) && TakeKnown(field, trait.Value, isAccount, latest, trust, facts)))
            {
                continue;
            }

            // Objects, lists and long texts stay in the payload; null says nothing.
            if (MessageText.Of(trait.Value)?.Trim() is { Length: > 0 and <= LongestValue } value && NameOf(trait.Name) is { Length: > 0 and <= LongestName } name)
            {
                if (facts.Count - before == limits.Traits)
                {
                    return Fault.TooManyTraits(limits.Traits);
                }

                facts.Add(new IncomingFact
                {
                    Kind = FactKinds.NameOf(FactKind.AttributeChanged),
                    Item = name,
                    ValueText = value,
                    OfAccount = ofAccount,
                    Rule = IncomingRule.IfChanged,
                });
            }
        }

        return null;
    }

    /// <summary>Takes a trait that is more than an attribute.</summary>
    /// <returns>False when it is an attribute after all.</returns>
    private static bool TakeKnown(PropertyField field, JsonElement value, bool isAccount, Instant latest, Trust trust, ImmutableArray<IncomingFact>.Builder facts)
    {
        Channel channel = field switch
        {
            PropertyField.EmailConsent => Channel.Email,
            PropertyField.SmsConsent => Channel.Sms,
            PropertyField.PhoneConsent => Channel.Phone,
            PropertyField.PostConsent => Channel.Post,
            PropertyField.PushConsent => Channel.Push,
            _ => Channel.None,
        };
        if (channel != Channel.None && !isAccount && YesNo.Read(MessageText.Of(value) ?? string.Empty) is { } given)
        {
            facts.Add(MessageFacts.ConsentFact(given, channel, purpose: null, trust) with { Rule = IncomingRule.IfChanged });
            return true;
        }

        if (field == PropertyField.CreatedAt && !isAccount && MessageTime.TryRead(value, out Instant? at) && at is { Micros: >= 0 } since && since <= latest)
        {
            facts.Add(new IncomingFact { Kind = FactKinds.NameOf(FactKind.Registration), At = at, Flags = IsDateOnly(value) ? FactFlags.DateOnly : FactFlags.None, Rule = IncomingRule.Once });
            return true;
        }

        return field switch
        {
            PropertyField.Email or PropertyField.Phone or PropertyField.LoyaltyCard => true, // keys of the person
            PropertyField.Role => isAccount, // what the person is in the account, not what the account is
            _ => false,
        };
    }

    private static bool IsKeyAgain(ReadOnlySpan<byte> name) => name.SequenceEqual("id"u8) || name.SequenceEqual("userId"u8) || name.SequenceEqual("anonymousId"u8);

    private static bool IsDateOnly(JsonElement value) => value.ValueKind == JsonValueKind.String && value.GetString()!.Trim().Length <= 10;

    private static string NameOf(string trait)
    {
        if (Names.TryGetValue(trait, out string? name))
        {
            return name;
        }

        name = FieldName.Of(trait);
        if (trait.Length <= LongestName && Interlocked.Increment(ref _count) <= MostRemembered)
        {
            Names.TryAdd(trait, name);
        }

        return name;
    }
}

using System.Text.Json;
using Parcours.Domain.Customers;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Engine.Answers;
using Parcours.Engine.Identity;

namespace Parcours.Engine.Customers;

/// <summary>How machines read a profile: beside facts and stages, as <see cref="CustomerJson"/> writes them, who the customer is and what it did in figures.</summary>
public static class ProfileJson
{
    /// <summary>Writes the keys and the joins behind them.</summary>
    public static void Write(Utf8JsonWriter json, CustomerIdentity who)
    {
        json.WriteObjects("identities", who.Keys, row =>
        {
            (IdentityKind kind, string key) = row;
            WriteKey(json, (kind, key));
        });
        json.WriteObjects("merges", who.Merges, merge => WriteMerge(json, merge));
    }

    /// <summary>Writes the members of one merge.</summary>
    public static void WriteMerge(Utf8JsonWriter json, CustomerMerge merge)
    {
        json.WriteNumber("id", merge.Id);
        json.WriteObjects("keys", ((IdentityKind, string)[])[merge.One, merge.Other], key => WriteKey(json, key));
        json.WriteString("at", merge.At?.ToString());
        json.WriteString("reason", merge.Reason);
        json.WriteString("said_by", merge.Trust.ToString().ToLowerInvariant());
    }

    /// <summary>Writes what is known of the customer beside its facts.</summary>
    public static void Write(Utf8JsonWriter json, HistoryBase histories, int subject, CustomerOrders orders, History history)
    {
        json.WriteString("type", histories.Subjects.TypeOf(subject) == SubjectType.Account ? "account" : "customer");
        json.WriteString("first_fact_at", history.IsEmpty ? null : history.Facts[0].At.ToString());
        json.WriteString("last_fact_at", history.IsEmpty ? null : history.Facts[^1].At.ToString());
        json.WriteNumber("fact_count", history.Count);
        json.WriteStartObject("attributes");
        foreach (CustomerAttribute attribute in CustomerAttribute.Of(histories.Vocabulary, history))
        {
            json.WriteString(attribute.Name, attribute.Value);
        }

        json.WriteEndObject();
        json.WriteStartObject("orders");
        json.WriteNumber("count", orders.Count);
        json.WriteString("first_at", orders.FirstAt?.ToString());
        json.WriteString("last_at", orders.LastAt?.ToString());
        json.WriteAmount("revenue", orders.Gross, histories.Currency);
        json.WriteAmount("refunds", orders.Refunds, histories.Currency);
        json.WriteAmount("spend", orders.Spend, histories.Currency);
        json.WriteString("currency", Currencies.CodeOf(histories.Currency));
        json.WriteNumber("other_currency", orders.OtherCurrency);
        json.WriteFigure("gap_median_days", orders.GapMedianDays);
        json.WriteEndObject();
        json.WriteObjects("consents", Consent.Of(histories.Vocabulary, history), consent =>
        {
            json.WriteString("channel", consent.Channel == Channel.None ? "any" : consent.Channel.ToString().ToLowerInvariant());
            json.WriteString("purpose", consent.Purpose.Length == 0 ? null : consent.Purpose);
            json.WriteBoolean("given", consent.IsGiven);
            json.WriteString("at", consent.At.ToString());
        });
    }

    /// <summary>Writes the scores.</summary>
    public static void Write(Utf8JsonWriter json, IEnumerable<CustomerScore> scores)
    {
        json.WriteObjects("scores", scores, score =>
        {
            json.WriteString("definition", score.Definition);
            json.WriteFigure("probability", score.Probability);
            json.WriteString("at", score.At);
            json.WriteString("model", score.Model);
            json.WriteNumber("version", score.Version);
            json.WriteString("learnt_at", score.LearntAt);
            json.WriteTexts("reasons", score.Reasons);
        });
    }

    private static void WriteKey(Utf8JsonWriter json, (IdentityKind Kind, string Key) key)
    {
        json.WriteString("kind", JsonNamingPolicy.SnakeCaseLower.ConvertName(key.Kind.ToString()));
        json.WriteString("key", key.Key);
    }
}

using System.Globalization;
using System.Text;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;

namespace Parcours.Engine.Ingestion;

/// <summary>Posts bodies to a reader of a workspace in euros, and writes what was read in one line a fact.</summary>
internal static class Posted
{
    public static readonly Instant ReceivedAt = Instant.FromUtc(2026, 3, 10);

    public static readonly EventReader Reader = ReaderOf(EventNames.BuiltIn);

    public static EventReader ReaderOf(EventNames names, byte currency = 1, IngestionLimits? limits = null) => new(names, Domain.Time.Calendar.Find("Europe/Paris")!, currency, limits ?? IngestionLimits.Default);

    public static IngestionAnswer To(IngestionEndpoint endpoint, string body, Trust trust = Trust.Company) => Reader.Read(endpoint, Encoding.UTF8.GetBytes(body), ReceivedAt, trust);

    /// <summary>The one event of a body.</summary>
    public static IncomingEvent Event(IngestionEndpoint endpoint, string body, Trust trust = Trust.Company)
    {
        IngestionAnswer answer = To(endpoint, body, trust);
        Assert.Null(answer.Refusal);
        Received only = Assert.Single(answer.Messages);
        Assert.Null(only.Quarantined);
        return only.Event!;
    }

    /// <summary>The facts of a track message.</summary>
    public static string Track(string name, string properties, Trust trust = Trust.Company, string more = "") =>
        Lines(Event(IngestionEndpoint.Track, $$"""{"userId":"42","event":"{{name}}","properties":{{properties}},"messageId":"m1"{{more}}}""", trust));

    /// <summary>Why the one message of a body was put aside.</summary>
    public static string Reason(IngestionEndpoint endpoint, string body, Trust trust = Trust.Company)
    {
        IngestionAnswer answer = To(endpoint, body, trust);
        Assert.Null(answer.Refusal);
        Received only = Assert.Single(answer.Messages);
        Assert.Null(only.Event);
        return only.Quarantined!.Reason;
    }

    /// <summary>Facts in one line each, only what is not the default.</summary>
    public static string Lines(IncomingEvent read) => string.Join('\n', read.Facts.Select(Line));

    public static string Who(IncomingEvent read) => string.Join(' ', read.Identities.Select(identity => $"{identity.Kind}={identity.Key}"));

    public static string Line(IncomingFact fact)
    {
        var text = new StringBuilder(fact.Kind);
        Put("value", fact.Currency != 0 ? new Money(fact.Value, fact.Currency) + " " + Currencies.CodeOf(fact.Currency) : fact.Value == 0 ? null : fact.Value.ToString(CultureInfo.InvariantCulture));
        Put("text", fact.ValueText);
        Put("item", fact.Item);
        Put("category", fact.Category);
        Put("product", fact.Product);
        Put("link", fact.Link);
        Put("quantity", fact.Quantity == 1000 ? null : (fact.Quantity / 1000m).ToString(CultureInfo.InvariantCulture));
        Put("channel", fact.Channel == Channel.None ? null : fact.Channel.ToString());
        Put("flags", fact.Flags == FactFlags.None ? null : fact.Flags.ToString());
        Put("at", fact.At?.ToString());
        Put("until", fact.Until == Instant.Never ? null : fact.Until.ToString());
        Put("account", fact.OfAccount ? "yes" : null);
        Put("actor", fact.Actor?.Key);
        Put("rule", fact.Rule == IncomingRule.Append ? null : fact.Rule.ToString());
        return text.ToString();

        void Put(string name, string? value)
        {
            if (value is not null)
            {
                text.Append(' ').Append(name).Append('=').Append(value);
            }
        }
    }
}

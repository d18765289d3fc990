using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Import.Messages;
using Parcours.Engine.Import.Orders;
using Parcours.Engine.Import.Values;
using Parcours.Engine.Ingestion.Events;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Ingestion.Facts;

/// <summary>Reads facts as <c>import --as facts</c> does: kind, at, who, and as the kind needs value, currency, item, category, order, channel, until, quantity, actor, message_id, payload.</summary>
internal sealed class FactMessages(Calendar calendar, byte workspaceCurrency, IngestionLimits limits, Instant receivedAt, Trust trust)
{
    private static readonly (string Member, IdentityKind Kind)[] Keys =
    [
        ("customer", IdentityKind.Customer), ("account", IdentityKind.Account), ("email", IdentityKind.Email), ("phone", IdentityKind.Phone),
        ("loyalty_card", IdentityKind.LoyaltyCard), ("anonymous", IdentityKind.Anonymous),
    ];

    private static readonly string[] Links = ["order", "deal", "contract", "subscription", "complaint", "link"];

    private readonly PersonKeys _keys = new();
    private readonly MadeIds _ids = new();

    /// <summary>Reads a fact of a line of its own.</summary>
    public Received ReadLine(ReadOnlySpan<byte> line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line.ToArray());
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            return PutAside(new Fault("not_json", "The line is no JSON object."), MessageText.Raw(line));
        }
    }

    /// <summary>Reads a fact.</summary>
    public Received Read(JsonElement fact)
    {
        ReadOnlySpan<byte> raw = MessageText.Bytes(fact);
        IncomingEvent? read = null;
        Fault? fault = fact.ValueKind != JsonValueKind.Object ? Fault.NotAnObject : MessageText.Check(raw, limits) ?? Read(fact, out read);
        return fault is null ? new Received(read, null) : PutAside(fault, MessageText.Raw(raw));
    }

    private Received PutAside(Fault fault, string raw) => new(null, new Quarantined(receivedAt, fault.Reason, fault.Detail, raw));

    private Fault? Read(JsonElement fact, out IncomingEvent? read)
    {
        read = null;
        string name = Text(fact, "kind");
        if (!KindName.IsKind(name))
        {
            return Fault.Kind(name);
        }

        FactKind kind = FactKinds.TryFind(name, out FactKind typed) ? typed : FactKind.None;
        ImmutableArray<IncomingIdentity> who = Who(fact);
        if (who.IsEmpty)
        {
            return Fault.NoIdentity;
        }

        bool isUndated = kind is FactKind.AttributeChanged or FactKind.OptIn or FactKind.OptOut && Text(fact, "at").Length == 0;
        Instant at = default;
        FactFlags flags = FactFlags.Undated;
        Instant until = Instant.Never;
        Fault? fault = isUndated ? null : ReadDate(fact, "at", out at, out flags);
        fault ??= Text(fact, "until").Length == 0 ? null : ReadDate(fact, "until", out until, out _);
        if (fault is not null)
        {
            return fault;
        }

        if (!isUndated && at.Micros > receivedAt.Micros + (limits.Future.Ticks / TimeSpan.TicksPerMicrosecond) && !(flags == FactFlags.DateOnly && at.Micros <= receivedAt.Micros + Instant.MicrosPerDay))
        {
            return Fault.Future(at.ToString());
        }

        int quantity = 1000;
        fault = ReadValue(fact, kind, out long value, out byte currency) ?? ReadQuantity(fact, out quantity);
        if (fault is not null)
        {
            return fault;
        }

        string category = Text(fact, "category");
        string item = Text(fact, "item");
        Channel channel = Channels.Of(Text(fact, "channel"));
        var taken = new IncomingFact
        {
            // Whoever reads a page can copy its key: the permission such a key gives is only a claim.
            Kind = kind == FactKind.OptIn && trust == Trust.Public ? MessageFacts.ClaimedConsent : name,
            At = at,
            Value = value,
            ValueText = kind == FactKind.Assignment ? ArmText.NameOf(Text(fact, "value")) : FactKinds.HasTermValue(kind) ? Text(fact, "value") : null,
            Item = item.Length > 0 ? item : category.Length > 0 ? category : null,
            Category = category.Length > 0 ? category : null,
            Currency = currency,
            Channel = channel,
            Flags = flags | (IsTrue(fact, "automated") ? FactFlags.Automated : FactFlags.None) | (IsTrue(fact, "transactional") ? FactFlags.Transactional : FactFlags.None),
            Link = Links.Select(member => Text(fact, member)).FirstOrDefault(text => text.Length > 0),
            Until = until,
            Quantity = quantity,
            Actor = Text(fact, "actor") is { Length: > 0 } actor ? _keys.Read(IdentityKind.Customer, actor) : null,
            Payload = fact.TryGetProperty("payload"u8, out JsonElement payload) && payload.ValueKind == JsonValueKind.Object ? payload.GetRawText() : null,
        };
        taken = taken.Link is null ? taken : taken with { Rule = RuleOf(kind) };
        string id = MadeIds.Given(Text(fact, "message_id")) ?? _ids.Make(MessageText.Bytes(fact), isUndated ? receivedAt.Micros : 0);
        read = new IncomingEvent(id, receivedAt, isUndated || at > receivedAt ? receivedAt : at, who, [taken]);
        return null;
    }

    // An order told again is the same order, whichever way it comes.
    private static IncomingRule RuleOf(FactKind kind) => kind switch
    {
        FactKind.Order => IncomingRule.OrderTotal,
        FactKind.Cancellation or FactKind.Delivery => IncomingRule.Once,
        _ => IncomingRule.Append,
    };

    private ImmutableArray<IncomingIdentity> Who(JsonElement fact)
    {
        _keys.Clear();
        foreach ((string member, IdentityKind kind) in Keys)
        {
            if (fact.TryGetProperty(member, out JsonElement key))
            {
                _keys.Add(kind, key);
            }
        }

        ImmutableArray<IncomingIdentity> who = _keys.Take();
        return who.Length > 1 && who.Any(key => key.Kind == IdentityKind.Account) ? who[0].Kind == IdentityKind.Account ? [who[0]] : [.. who.Where(key => key.Kind != IdentityKind.Account)] : who;
    }

    private Fault? ReadValue(JsonElement fact, FactKind kind, out long value, out byte currency)
    {
        value = 0;
        currency = 0;
        string code = Text(fact, "currency");
        if (code.Length > 0 && !Currencies.TryFind(code, out currency))
        {
            return Fault.Currency(code);
        }

        if (FactKinds.HasTermValue(kind))
        {
            return kind == FactKind.Assignment ? CheckDraw(fact) : null;
        }

        if (Text(fact, "value").Length == 0)
        {
            return kind is FactKind.Order or FactKind.OrderLine or FactKind.Refund or FactKind.OrderAdjusted ? Fault.NoAmount : null;
        }

        bool isMoney = FactKinds.IsMoney(kind) || code.Length > 0;
        currency = isMoney && currency == 0 ? workspaceCurrency : currency;
        if (isMoney && currency == 0)
        {
            return Fault.NoCurrency;
        }

        return Amounts.TryNumber(fact.GetProperty("value"u8), out Number number, out _) && number.TryMinor(currency, out value) ? null : Fault.Amount("value", Text(fact, "value"));
    }

    /// <summary>A draw without its campaign or its arm says nothing, and one that whoever reads a page could have made up is no draw.</summary>
    private Fault? CheckDraw(JsonElement fact) =>
        trust == Trust.Public ? Fault.Field("kind", Text(fact, "kind"))
        : Text(fact, "item").Trim().Length == 0 ? Fault.Field("item", Text(fact, "item"))
        : ArmText.NameOf(Text(fact, "value")).Length == 0 ? Fault.Field("value", Text(fact, "value"))
        : null;

    private Fault? ReadDate(JsonElement fact, string member, out Instant at, out FactFlags flags)
    {
        at = default;
        flags = FactFlags.None;
        string text = Text(fact, member);
        if (!DateReader.TryRead(text, dayFirst: false, out DateParts date))
        {
            return Fault.Time(member, text);
        }

        at = date.IsUtc ? new Instant(date.Micros) : calendar.FromLocal(date.Micros);
        flags = date.HasTime ? FactFlags.None : FactFlags.DateOnly;
        return at.Micros < 0 ? Fault.Early(at.ToString()) : null; // east of Greenwich, 1970 begins before 1970
    }

    private static Fault? ReadQuantity(JsonElement fact, out int quantity)
    {
        quantity = 1000;
        return !fact.TryGetProperty("quantity"u8, out JsonElement value) || MessageText.Of(value) is null
            || (Amounts.TryNumber(value, out Number number, out _) && number.TryThousandths(out quantity)) ? null : Fault.Quantity(value.GetRawText());
    }

    private static bool IsTrue(JsonElement fact, string member) => fact.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    private static string Text(JsonElement fact, string member) => fact.TryGetProperty(member, out JsonElement value) ? MessageText.Of(value)?.Trim() ?? string.Empty : string.Empty;
}

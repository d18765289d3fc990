using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Import.Feeding;
using Parcours.Engine.Import.Lines;
using Parcours.Engine.Import.Messages;
using Parcours.Engine.Import.Orders;
using Parcours.Engine.Import.Values;

namespace Parcours.Engine.Import.Facts;

/// <summary>
/// Turns a JSON object into a fact: kind, at, who (customer, account, email, phone, loyalty_card or anonymous), and as the kind needs value, currency, item,
/// category, order (or deal, contract, subscription, complaint), channel, until, quantity, actor, message_id, payload.
/// </summary>
internal sealed class FactReading(LineContext context)
{
    private static readonly (string Member, IdentityKind Kind)[] Keys =
    [
        ("customer", IdentityKind.Customer), ("account", IdentityKind.Account), ("email", IdentityKind.Email), ("phone", IdentityKind.Phone),
        ("loyalty_card", IdentityKind.LoyaltyCard), ("anonymous", IdentityKind.Anonymous),
    ];

    private static readonly string[] Links = ["order", "deal", "contract", "subscription", "complaint", "link"];

    private readonly char[] _key = new char[512];

    /// <summary>The currency of the first amount; 0 when there was none.</summary>
    public byte FirstCurrency { get; private set; }

    /// <summary>Reads a line.</summary>
    public Rejection Read(JsonElement line, out string detail)
    {
        detail = string.Empty;
        string name = Text(line, "kind");
        if (!IsKind(name))
        {
            detail = name;
            return Rejection.KindOfFact;
        }

        FactKind kind = FactKinds.TryFind(name, out FactKind typed) ? typed : FactKind.None;
        List<(IdentityKind Kind, string Key)> keys = KeysOf(line);
        if (keys.Count == 0)
        {
            return Rejection.NoCustomer;
        }

        if (!context.Erased.IsEmpty && (keys.Exists(key => context.Erased.Contains(key.Kind, key.Key)) || context.Erased.Contains(IdentityKind.Customer, Text(line, "actor"))))
        {
            return Rejection.Erased;
        }

        Rejection rejection = ReadDate(line, "at", out Instant at, out FactFlags flags, out long canonical);
        if (rejection != Rejection.None)
        {
            detail = Text(line, "at");
            return rejection;
        }

        Instant until = Instant.Never;
        if (Text(line, "until").Length > 0 && (rejection = ReadDate(line, "until", out until, out _, out _)) is Rejection.Date or Rejection.EarlyDate)
        {
            detail = Text(line, "until");
            return rejection;
        }

        if (kind == FactKind.Assignment && (rejection = CheckDraw(line, out detail)) != Rejection.None)
        {
            return rejection;
        }

        rejection = ReadValue(line, kind, out long value, out byte currency);
        if (rejection != Rejection.None)
        {
            detail = rejection == Rejection.Currency ? Text(line, "currency") : Text(line, "value");
            return rejection;
        }

        if (!TryQuantity(line, out int quantity))
        {
            return Rejection.Quantity;
        }

        Feed feed = context.Feed;
        feed.StartLine();
        int who = Take(keys);
        int actor = Text(line, "actor") is { Length: > 0 } by ? feed.Identity(IdentityKind.Customer, by) : -1;
        string itemText = Text(line, "item");
        int item = feed.Term(itemText);
        string category = Text(line, "category");
        int categoryTerm = feed.Term(category);
        if (item != 0 && categoryTerm != 0)
        {
            feed.Product(item, categoryTerm, null);
        }

        bool valueIsTerm = FactKinds.HasTermValue(kind);
        string termText = kind == FactKind.Assignment ? ArmText.NameOf(Text(line, "value")) : Text(line, "value");
        value = valueIsTerm ? feed.Term(termText) : value;
        string link = Links.Select(member => Text(line, member)).FirstOrDefault(text => text.Length > 0) ?? string.Empty;
        string given = Text(line, "message_id");
        UInt128 id = given.Length > 0
            ? feed.Ids.Start('j').Add(given).Take()
            : feed.Ids.Start('f').Add((long)keys[0].Kind).Add(keys[0].Key).Add(name).Add(canonical).Add(valueIsTerm ? 0 : value).Add((long)currency).Add(itemText)
                .Add(valueIsTerm ? termText : category).Add(link).Add((long)quantity).Add(until.Micros).Take(feed.Occurrences);
        if (given.Length > 0 && !feed.IsFirst(id))
        {
            feed.EndLine();
            return Rejection.None;
        }

        kind = kind == FactKind.None ? feed.Kind(name) : kind;
        Channel channel = Channels.Of(Text(line, "channel"));
        ref FeedRow fact = ref feed.Fact(who, new Fact(at, value, item == 0 ? categoryTerm : item, kind, currency, Fact.Pack(channel, flags | FlagsOf(line))), id);
        fact.ValueIsTerm = valueIsTerm;
        fact.Other = actor;
        fact.Link = LinkHash.Of(link);
        fact.Text = link.Length > 0 ? link : null;
        fact.Extra = new Extra(until, -1, quantity);
        fact.Payload = line.TryGetProperty("payload", out JsonElement payload) && payload.ValueKind != JsonValueKind.Null ? payload.GetRawText() : null;
        return Rejection.None;
    }

    /// <summary>A draw without its campaign or its arm says nothing.</summary>
    private static Rejection CheckDraw(JsonElement line, out string detail)
    {
        detail = Text(line, "item").Trim().Length == 0 ? "item" : Text(line, "value");
        return detail == "item" ? Rejection.Missing : ArmText.NameOf(detail).Length == 0 ? Rejection.Arm : Rejection.None;
    }

    private Rejection ReadValue(JsonElement line, FactKind kind, out long value, out byte currency)
    {
        value = 0;
        currency = 0;
        string text = Text(line, "value");
        string code = Text(line, "currency");
        if (code.Length > 0 && !Currencies.TryFind(code, out currency))
        {
            return Rejection.Currency;
        }

        if (text.Length == 0 || FactKinds.HasTermValue(kind))
        {
            return kind is FactKind.Order or FactKind.OrderLine or FactKind.Refund or FactKind.OrderAdjusted ? Rejection.Amount : Rejection.None;
        }

        if (!NumberReader.TryRead(text, commaDecimal: false, out Number number, out _))
        {
            return Rejection.Amount;
        }

        bool money = FactKinds.IsMoney(kind) || code.Length > 0;
        currency = money && currency == 0 ? context.Currency : currency;
        FirstCurrency = FirstCurrency == 0 ? currency : FirstCurrency;
        return number.TryMinor(currency, out value) ? Rejection.None : Rejection.Amount;
    }

    private Rejection ReadDate(JsonElement line, string member, out Instant at, out FactFlags flags, out long canonical)
    {
        at = default;
        flags = FactFlags.None;
        canonical = -1;
        string text = Text(line, member);
        if (text.Length == 0 && member == "at" && Text(line, "kind") is "attribute_changed" or "opt_in" or "opt_out")
        {
            flags = FactFlags.Undated;
            return Rejection.None;
        }

        if (!DateReader.TryRead(text, dayFirst: false, out DateParts date))
        {
            return Rejection.Date;
        }

        if (date.Micros < 0)
        {
            return Rejection.EarlyDate;
        }

        at = date.IsUtc ? new Instant(date.Micros) : context.Calendar.FromLocal(date.Micros);
        flags = date.HasTime ? FactFlags.None : FactFlags.DateOnly;
        canonical = (date.Micros << 2) | (date.HasTime ? 1L : 0) | (date.IsUtc ? 2L : 0);
        return at > context.Latest ? Rejection.FutureDate : Rejection.None;
    }

    private List<(IdentityKind Kind, string Key)> KeysOf(JsonElement line)
    {
        var keys = new List<(IdentityKind, string)>();
        foreach ((string member, IdentityKind kind) in Keys)
        {
            string text = Text(line, member).Trim();
            ReadOnlySpan<char> key = text.Length is 0 or > 500 ? default : IdentityText.Normal(text, kind, _key, guestIsZero: false);
            if (!key.IsEmpty)
            {
                keys.Add((kind, key.ToString()));
            }
        }

        return keys;
    }

    private int Take(List<(IdentityKind Kind, string Key)> keys)
    {
        int who = context.Feed.Identity(keys[0].Kind, keys[0].Key);
        foreach ((IdentityKind kind, string key) in keys.Skip(1).Where(other => other.Kind != IdentityKind.Account && keys[0].Kind != IdentityKind.Account))
        {
            context.Feed.Join(who, context.Feed.Identity(kind, key));
        }

        return who;
    }

    private static bool TryQuantity(JsonElement line, out int quantity)
    {
        quantity = Extra.None.Quantity;
        string text = Text(line, "quantity");
        return text.Length == 0 || (NumberReader.TryRead(text, commaDecimal: false, out Number number, out _) && number.TryThousandths(out quantity));
    }

    private static FactFlags FlagsOf(JsonElement line) =>
        (IsTrue(line, "automated") ? FactFlags.Automated : FactFlags.None) | (IsTrue(line, "transactional") ? FactFlags.Transactional : FactFlags.None);

    private static bool IsTrue(JsonElement line, string member) => line.TryGetProperty(member, out JsonElement value) && value.ValueKind == JsonValueKind.True;

    /// <summary>A custom kind is a word of small letters, digits and underscores.</summary>
    private static bool IsKind(string name) => name.Length is > 0 and <= 64 && char.IsAsciiLetterLower(name[0]) && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_');

    private static string Text(JsonElement line, string member) => !line.TryGetProperty(member, out JsonElement value) ? string.Empty : value.ValueKind switch
    {
        JsonValueKind.String => value.GetString() ?? string.Empty,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => string.Empty,
    };
}

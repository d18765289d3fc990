namespace Parcours.Engine.Ingestion.Messages;

/// <summary>Why a message is put aside.</summary>
/// <param name="Reason">A stable word.</param>
/// <param name="Detail">A sentence.</param>
internal sealed record Fault(string Reason, string Detail)
{
    public static readonly Fault NotAnObject = new("not_an_object", "A message is a JSON object.");
    public static readonly Fault InvalidText = new("invalid_text", "A text of the message is no valid Unicode (a lone surrogate, or bytes that are not UTF-8).");
    public static readonly Fault Nul = new("nul_character", "A text of the message holds a NUL character.");
    public static readonly Fault NoEvent = new("missing_event", "A track message needs the name of its event.");
    public static readonly Fault NoIdentity = new("missing_identity", "The message names nobody: it needs a userId, an anonymousId or another key of a person.");
    public static readonly Fault NoGroup = new("missing_group", "A group message needs a groupId.");
    public static readonly Fault NoPrevious = new("missing_previous_id", "An alias message needs a previousId and a userId.");
    public static readonly Fault NoCurrency = new("no_currency", "An amount names no currency, and the workspace has none yet.");
    public static readonly Fault OrderCurrency = new("order_currency", "A product has another currency than its order.");
    public static readonly Fault NoAmount = new("missing_amount", "The message tells no amount, and no product with a price.");
    public static readonly Fault NoOrder = new("missing_order", "The message does not say which order.");

    public static Fault TooLarge(int bytes, int limit) => new("event_too_large", $"The message has {bytes} bytes; {limit} is the limit.");

    public static Fault TooDeep(int limit) => new("too_deep", $"The message is nested deeper than {limit} levels.");

    public static Fault TooManyTraits(int limit) => new("too_many_traits", $"The message sets more than {limit} attributes.");

    public static Fault Type(string? type) => new("unknown_type", type is null ? "The message does not say what it is." : $"\"{Short(type)}\" is no type of message: track, identify, page, screen, group and alias are.");

    public static Fault Time(string field, string text) => new("bad_time", $"{field} is no date and time: {Short(text)}");

    public static Fault Future(string at) => new("future_time", $"It says that it happens in the future: {at}, once the sender's clock is corrected.");

    public static Fault Early(string at) => new("early_time", $"It says that it happened before 1970: {at}, once the sender's clock is corrected.");

    public static Fault Amount(string field, string text) => new("bad_amount", $"{field} is no amount: {Short(text)}");

    public static Fault Currency(string code) => new("unknown_currency", $"\"{Short(code)}\" is no currency of ISO 4217.");

    public static Fault Quantity(string text) => new("bad_quantity", $"quantity is no number of units: {Short(text)}");

    public static Fault Score(string text, long low, long high) => new("bad_score", $"The score is no whole number from {low} to {high}: {Short(text)}");

    public static Fault Kind(string kind) => new("unknown_kind", $"\"{Short(kind)}\" is no kind of fact, nor a name of small letters, digits and underscores.");

    public static Fault Field(string name, string text) => new("bad_field", $"{name} cannot be used: {Short(text)}");

    private static string Short(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[79]) ? 79 : 80), "…");
}

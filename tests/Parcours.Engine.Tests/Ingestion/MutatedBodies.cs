using System.Globalization;
using System.Text;

namespace Parcours.Engine.Ingestion;

/// <summary>Makes bodies that go wrong: real ones with bytes and values changed, and plain noise. A seed makes the same bodies for ever.</summary>
internal sealed class MutatedBodies(int seed)
{
    // What clients really send, one of each shape.
    private static readonly string[] Messages =
    [
        """{"type":"track","event":"Order Completed","userId":"42","anonymousId":"a-1","messageId":"m-1","timestamp":"2026-03-09T22:00:00.123Z","sentAt":"2026-03-09T22:00:01Z","properties":{"order_id":"A1","total":27.5,"revenue":"25.00","currency":"USD","coupon":"X","products":[{"product_id":"p","sku":"s","name":"Robe \u00e9t\u00e9","price":19,"quantity":1,"category":"Games"},{"product_id":"q","price":"3,50","quantity":2.5}]},"context":{"library":{"name":"analytics.js","version":"1"},"page":{"url":"https://x"},"traits":{"email":"A@x.example"},"groupId":"ACME","externalIds":[{"id":"7","type":"shopify"}]},"integrations":{"All":true}}""",
        """{"type":"identify","userId":42,"traits":{"email":"a@x.example","phone":"+33612345678","name":"Zoë","logins":5,"vip":true,"address":{"city":"Lyon"},"createdAt":"2014-01-15","email_opt_in":"yes"},"timestamp":1741000000000}""",
        """{"type":"group","userId":"42","groupId":"ACME","traits":{"name":"Acme","employees":329,"role":"buyer"}}""",
        """{"type":"alias","userId":"42","previousId":"a-1"}""",
        """{"type":"page","anonymousId":"a-1","name":"Home","category":"Docs","properties":{"url":"https://x/","title":"T"}}""",
        """{"type":"track","event":"Order Refunded","userId":"42","properties":{"order_id":"A1","refund_amount":-5,"products":[{"id":1,"price":5}]}}""",
        """{"type":"track","event":"Trial Started","userId":"42","properties":{"trial_end_date":"2026-04-01"},"context":{"groupId":"ACME"}}""",
        """{"type":"track","event":"Product Reviewed","anonymousId":"a","properties":{"product_id":"p","rating":5}}""",
        """{"kind":"order","customer":"00002","at":"2021-02-01T10:00:00Z","value":"12.00","currency":"EUR","order":"A1","channel":"web","quantity":2,"payload":{"a":1},"until":"2027-01-01"}""",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-0", "-1", "1e400", "-1e400", "1e-400", "9007199254740993", "99999999999999999999999999", "0.30000000000000004", "NaN", "Infinity", "\"\"", "\" \"",
        "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "[]", "{}", "[[[[]]]]", "{\"a\":{\"b\":{\"c\":[]}}}", "\"1960-01-01\"", "\"2999-12-31T23:59:59Z\"", "\"0001-01-01T00:00:00Z\"",
        "\"9999-12-31T23:59:59.9999999Z\"", "\"2024-02-30\"", "\"NaN\"", "\"1e9\"", "\"1,234.50\"", "\"12,50 €\"", "\"undefined\"", "\"[object Object]\"", "\"null\"", "\"😀\"", "\"" + new string('x', 300) + "\"",
        "1741000000", "1e15", "4e15", "\"€\"", "\"EUR\"", "\"xxx\"", "[1,\"a\",null,{}]", "[{\"id\":\"1\",\"type\":\"t\"}]", "{\"id\":null}", "{\"name\":{\"name\":1}}", "\"1e400\"", "\"-\"", "\"@\"", "\"a@\"", "\"<@>\"", "\"+\"",
    ];

    private static readonly string[] Names =
    [
        "type", "event", "userId", "anonymousId", "messageId", "timestamp", "originalTimestamp", "sentAt", "properties", "traits", "context", "groupId", "previousId", "batch", "writeKey", "products", "total",
        "price", "quantity", "currency", "order_id", "email", "phone", "createdAt", "rating", "kind", "customer", "at", "value", "until", "a\\u0000", "", "$value", "É", "__proto__",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A body, whatever it has become.</summary>
    public byte[] Next()
    {
        int kind = _random.Next(20);
        if (kind == 0)
        {
            byte[] noise = new byte[_random.Next(400)];
            _random.NextBytes(noise);
            return noise;
        }

        string message = Messages[_random.Next(Messages.Length)];
        for (int changes = _random.Next(4); changes > 0; changes--)
        {
            message = WithValue(message);
        }

        string body = _random.Next(3) == 0 ? message : $"{{\"batch\":[{message},{WithValue(Messages[_random.Next(Messages.Length)])}],\"sentAt\":\"2026-03-09T22:00:01Z\"}}";
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        for (int changes = kind < 8 ? _random.Next(1, 6) : 0; changes > 0 && bytes.Length > 0; changes--)
        {
            bytes = WithBytes(bytes);
        }

        return bytes;
    }

    /// <summary>A message of valid JSON with values and names changed, for among others of a batch.</summary>
    public string NextMessage()
    {
        string message = Messages[_random.Next(Messages.Length)];
        for (int changes = _random.Next(1, 5); changes > 0; changes--)
        {
            message = WithValue(message);
        }

        return message;
    }

    /// <summary>Where it was posted to.</summary>
    public IngestionEndpoint NextEndpoint() => (IngestionEndpoint)_random.Next(9);

    private string WithValue(string message)
    {
        int colon = message.IndexOf(':', _random.Next(message.Length));
        if (colon < 0)
        {
            return message;
        }

        string value = Values[_random.Next(Values.Length)];
        return _random.Next(4) switch
        {
            // In place of a value, up to what ends it; beside another of the same name; or under another name.
            0 => message.Insert(message.IndexOf('{') + 1, $"\"{Names[_random.Next(Names.Length)]}\":{value},"),
            1 => message.Insert(Math.Max(0, message.LastIndexOf('}')), string.Create(CultureInfo.InvariantCulture, $",\"{Names[_random.Next(Names.Length)]}\":{value}")),
            _ => Replace(message, colon + 1, value),
        };
    }

    private static string Replace(string message, int start, string value)
    {
        int end = start;
        bool inText = false;
        for (; end < message.Length && (inText || message[end] is not (',' or '}' or ']' or '{' or '[')); end++)
        {
            inText ^= message[end] == '"' && message[end - 1] != '\\';
        }

        return end == start ? message : string.Concat(message.AsSpan(0, start), value, message.AsSpan(end));
    }

    private byte[] WithBytes(byte[] bytes)
    {
        int at = _random.Next(bytes.Length);
        int length = Math.Min(bytes.Length - at, _random.Next(1, 20));
        switch (_random.Next(6))
        {
            case 0:
                bytes[at] ^= (byte)(1 << _random.Next(8));
                return bytes;
            case 1:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 2:
                return [.. bytes[..at], .. bytes[at..(at + length)], .. bytes[at..]];
            case 3:
                return bytes[..at];
            case 4:
                return [.. bytes[..at], (byte)_random.Next(256), .. bytes[at..]];
            default:
                byte bracket = "{}[]\",:\\"u8[_random.Next(8)];
                return [.. bytes[..at], .. Enumerable.Repeat(bracket, _random.Next(1, 3_000)), .. bytes[at..]];
        }
    }
}

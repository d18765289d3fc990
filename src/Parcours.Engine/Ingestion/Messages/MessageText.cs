using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Parcours.Engine.Ingestion.Messages;

/// <summary>Texts of a message, and whether they can be trusted to be texts.</summary>
internal static class MessageText
{
    private const int LongestRaw = 64 * 1024;

    /// <summary>Looks through a message's bytes before anything reads its texts: after it, no text of it can throw.</summary>
    /// <returns>Why it is put aside; null when it is sound.</returns>
    public static Fault? Check(ReadOnlySpan<byte> raw, IngestionLimits limits)
    {
        if (raw.Length > limits.EventBytes)
        {
            return Fault.TooLarge(raw.Length, limits.EventBytes);
        }

        if (!Utf8.IsValid(raw))
        {
            return Fault.InvalidText;
        }

        if (IsTooDeep(raw, limits.Depth))
        {
            return Fault.TooDeep(limits.Depth);
        }

        return raw.IndexOf("\\u"u8) < 0 ? null : CheckEscapes(raw);
    }

    /// <summary>A string, a number as it is written, or yes and no; null for anything else.</summary>
    public static string? Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    /// <summary>The same without blanks around it, at most so many characters; null when nothing is left.</summary>
    public static string? Of(JsonElement value, int longest)
    {
        string? text = Of(value)?.Trim();
        return string.IsNullOrEmpty(text) ? null : text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }

    /// <summary>A message as it came, for people to look at: cut at 64 KB.</summary>
    public static string Raw(ReadOnlySpan<byte> raw) => Encoding.UTF8.GetString(raw.Length > LongestRaw ? raw[..LongestRaw] : raw);

    /// <summary>The bytes of a value as it is written.</summary>
    public static ReadOnlySpan<byte> Bytes(JsonElement value) => JsonMarshal.GetRawUtf8Value(value);

    private static bool IsTooDeep(ReadOnlySpan<byte> raw, int limit)
    {
        // Nothing is deeper than it has brackets: most messages need no closer look.
        if (raw.Count((byte)'{') + raw.Count((byte)'[') <= limit)
        {
            return false;
        }

        int depth = 0;
        bool inText = false;
        for (int i = 0; i < raw.Length; i++)
        {
            byte letter = raw[i];
            if (inText)
            {
                i += letter == '\\' ? 1 : 0;
                inText = letter != '"';
            }
            else if (letter is (byte)'{' or (byte)'[')
            {
                depth++;
                if (depth > limit)
                {
                    return true;
                }
            }
            else
            {
                depth -= letter is (byte)'}' or (byte)']' ? 1 : 0;
                inText = letter == '"';
            }
        }

        return false;
    }

    private static Fault? CheckEscapes(ReadOnlySpan<byte> raw)
    {
        for (int i = 0; i + 5 < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                continue;
            }

            if (raw[i + 1] != 'u')
            {
                i++;
                continue;
            }

            int unit = Unit(raw[(i + 2)..]);
            if (unit == 0)
            {
                return Fault.Nul;
            }

            i += 5;
            if (unit is >= 0xD800 and <= 0xDFFF)
            {
                bool isPair = unit < 0xDC00 && i + 6 < raw.Length && raw[i + 1] == '\\' && raw[i + 2] == 'u' && Unit(raw[(i + 3)..]) is >= 0xDC00 and <= 0xDFFF;
                if (!isPair)
                {
                    return Fault.InvalidText;
                }

                i += 6;
            }
        }

        return null;
    }

    private static int Unit(ReadOnlySpan<byte> digits)
    {
        int unit = 0;
        for (int i = 0; i < 4; i++)
        {
            unit = (unit << 4) | (digits[i] <= '9' ? digits[i] - '0' : (digits[i] | 0x20) - 'a' + 10);
        }

        return unit;
    }
}

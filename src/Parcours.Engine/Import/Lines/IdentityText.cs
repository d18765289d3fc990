using Parcours.Engine.Identity;

namespace Parcours.Engine.Import.Lines;

/// <summary>Writes keys the one way the store knows them.</summary>
internal static class IdentityText
{
    private static readonly string[] Nobody = ["null", "none", "nan", "n/a", "na", "nil", "-", "(null)", "#n/a", "guest", "anonymous", "anonyme", "inconnu", "unknown"];

    /// <summary>The normal form of a key; empty when it names nobody.</summary>
    /// <param name="text">The key, without blanks around it.</param>
    /// <param name="room">Where a changed key is written.</param>
    /// <param name="guestIsZero">Whether a customer number 0 stands for a guest.</param>
    public static ReadOnlySpan<char> Normal(ReadOnlySpan<char> text, IdentityKind kind, char[] room, bool guestIsZero) => kind switch
    {
        IdentityKind.Email => Email(text, room),
        IdentityKind.Phone => Phone(text, room),
        _ => Number(text, guestIsZero && kind == IdentityKind.Customer),
    };

    private static ReadOnlySpan<char> Number(ReadOnlySpan<char> text, bool guestIsZero)
    {
        // Spreadsheets and data frames write 17850 as 17850.0.
        int point = text.IndexOf('.');
        if (point > 0 && !text[..point].ContainsAnyExceptInRange('0', '9') && !text[(point + 1)..].ContainsAnyExcept('0'))
        {
            text = text[..point];
        }

        return (text.Length <= 9 && !char.IsAsciiDigit(text[0]) && IsNobody(text)) || (guestIsZero && text is "0") ? default : text;
    }

    private static bool IsNobody(ReadOnlySpan<char> text)
    {
        foreach (string word in Nobody)
        {
            if (text.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static ReadOnlySpan<char> Email(ReadOnlySpan<char> text, char[] room)
    {
        int open = text.IndexOf('<');
        if (open >= 0 && text[^1] == '>')
        {
            text = text[(open + 1)..^1].Trim();
        }

        int at = text.IndexOf('@');
        int length = at <= 0 || at == text.Length - 1 || text.Contains(' ') ? 0 : text.ToLowerInvariant(room);
        return room.AsSpan(0, length);
    }

    private static ReadOnlySpan<char> Phone(ReadOnlySpan<char> text, char[] room)
    {
        int length = 0;
        int digits = 0;
        foreach (char letter in text)
        {
            if (char.IsAsciiDigit(letter) || (letter == '+' && length == 0))
            {
                room[length++] = letter;
                digits += letter == '+' ? 0 : 1;
            }
        }

        return digits < 5 ? default : room.AsSpan(0, length);
    }
}

using System.Globalization;
using System.Text;

namespace Parcours.Engine.Import.Columns;

/// <summary>Compares headers as people mean them: case, accents, spaces and punctuation do not matter.</summary>
internal static class HeaderText
{
    /// <summary>The letters and digits of a text, in lower case, without accents: "N° Ticket" is "nticket", "Carte fidélité" is "cartefidelite".</summary>
    public static string Plain(ReadOnlySpan<char> text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (char letter in text.ToString().Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter) && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(char.ToLowerInvariant(letter));
            }
        }

        return plain.Replace("œ", "oe").ToString();
    }

    /// <summary>How many letters must change, be added or dropped to make one text of the other.</summary>
    public static int Distance(string left, string right)
    {
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int[] current = new int[right.Length + 1];
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int change = previous[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                current[j] = Math.Min(change, Math.Min(previous[j], current[j - 1]) + 1);
            }

            previous = current;
        }

        return previous[^1];
    }

    /// <summary>The word of a list that is nearest to what was typed.</summary>
    public static string Nearest(string typed, IEnumerable<string> words)
    {
        string plain = Plain(typed);
        return words.MinBy(word => Plain(word).StartsWith(plain, StringComparison.Ordinal) && plain.Length > 2 ? 0 : Distance(plain, Plain(word))) ?? string.Empty;
    }
}

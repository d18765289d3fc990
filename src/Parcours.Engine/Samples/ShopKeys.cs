using System.Globalization;

namespace Parcours.Engine.Samples;

/// <summary>The keys of the shop: customers, accounts, and the orders, complaints, deals and contracts that links stand for.</summary>
internal static class ShopKeys
{
    /// <summary>No text behind a link is longer.</summary>
    public const int LongestLink = 32;

    /// <summary>The key of a customer, numbered from 0.</summary>
    public static string Customer(int number) => (number + 1).ToString("'C'0000000", CultureInfo.InvariantCulture);

    /// <summary>The key of a block's account.</summary>
    public static string Account(int block) => (block + 1).ToString("'A'000000", CultureInfo.InvariantCulture);

    /// <summary>The text behind a link, as C0000042-3 for a customer's third order.</summary>
    /// <param name="subject">The customer's number, or an account's below zero.</param>
    /// <param name="type">What the link is.</param>
    /// <param name="number">Which of the subject's.</param>
    public static string Link(long subject, ShopLink type, int number)
    {
        Span<char> text = stackalloc char[LongestLink];
        return text[..Link(text, subject, type, number)].ToString();
    }

    /// <summary>Writes the text behind a link.</summary>
    /// <returns>Its length.</returns>
    public static int Link(Span<char> text, long subject, ShopLink type, int number)
    {
        CultureInfo culture = CultureInfo.InvariantCulture;
        text[0] = subject < 0 ? 'A' : 'C';
        (subject < 0 ? -subject : subject + 1).TryFormat(text[1..], out int length, subject < 0 ? "D6" : "D7", culture);
        length++;
        text[length++] = '-';
        if (type != ShopLink.Order)
        {
            text[length++] = type switch { ShopLink.Complaint => 'R', ShopLink.Deal => 'D', _ => 'K' };
        }

        number.TryFormat(text[length..], out int digits, default, culture);
        return length + digits;
    }
}

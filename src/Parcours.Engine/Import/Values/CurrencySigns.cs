using Parcours.Domain.Facts;

namespace Parcours.Engine.Import.Values;

/// <summary>The signs and codes that stand beside an amount: "€", "US$", "EUR".</summary>
internal static class CurrencySigns
{
    private static readonly (string Sign, string Code)[] Signs =
    [
        ("€", "EUR"), ("EURO", "EUR"), ("EUROS", "EUR"), ("$", "USD"), ("US$", "USD"), ("£", "GBP"), ("¥", "JPY"), ("C$", "CAD"), ("CA$", "CAD"), ("A$", "AUD"),
        ("AU$", "AUD"), ("FR", "CHF"), ("SFR", "CHF"), ("₹", "INR"), ("R$", "BRL"), ("ZŁ", "PLN"), ("KČ", "CZK"), ("₩", "KRW"), ("₺", "TRY"), ("₽", "RUB"), ("₴", "UAH"),
    ];

    /// <summary>The index of a currency named by its sign or its ISO code, in any case, spaces and a last point apart; false for anything else.</summary>
    public static bool TryFind(ReadOnlySpan<char> text, out byte currency)
    {
        text = text.Trim().TrimEnd('.');
        currency = 0;
        if (text.Length == 0 || text.Length > 8)
        {
            return false;
        }

        foreach ((string sign, string code) in Signs)
        {
            if (text.Equals(sign, StringComparison.OrdinalIgnoreCase))
            {
                return Currencies.TryFind(code, out currency);
            }
        }

        return text.Length == 3 && Currencies.TryFind(text.ToString(), out currency);
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Parcours.Engine.Import.Values;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Ingestion.Events;

/// <summary>Reads the amounts of events: numbers, or texts as people write them.</summary>
internal static class Amounts
{
    private const int LongestNumber = 64;
    private const decimal Largest = 1_000_000_000_000m;

    /// <summary>Reads a number, exactly as it is written.</summary>
    /// <param name="currency">The currency whose sign stands beside it; 0 for none.</param>
    public static bool TryNumber(JsonElement value, out Number number, out byte currency)
    {
        number = default;
        currency = 0;
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                string text = value.GetString()!;
                return text.Length <= LongestNumber && NumberReader.TryRead(text, commaDecimal: false, out number, out currency);
            case JsonValueKind.Number:
                ReadOnlySpan<byte> raw = MessageText.Bytes(value);
                Span<char> letters = stackalloc char[LongestNumber];
                return raw.Length <= LongestNumber && TryPlain(letters[..Encoding.ASCII.GetChars(raw, letters)], out number);
            default:
                return false;
        }
    }

    /// <summary>Reads the first of some properties that is there, as an amount.</summary>
    /// <param name="slots">Where they are.</param>
    /// <param name="currency">The currency so far; that of a sign beside the amount takes its place when <paramref name="isStated"/> is false.</param>
    /// <param name="isStated">Whether the currency was said.</param>
    /// <param name="minor">The amount; null when none of them is there.</param>
    /// <param name="fields">The properties, the one that counts most first.</param>
    public static Fault? Read(PropertySlots slots, ref byte currency, bool isStated, out long? minor, params ReadOnlySpan<PropertyField> fields)
    {
        minor = null;
        foreach (PropertyField field in fields)
        {
            if (!slots.Has(field))
            {
                continue;
            }

            JsonElement value = slots[field];
            if (!TryNumber(value, out Number number, out byte sign))
            {
                return Fault.Amount(field.ToString().ToLowerInvariant(), value.GetRawText());
            }

            currency = sign != 0 && !isStated ? sign : currency;
            if (currency == 0)
            {
                return Fault.NoCurrency;
            }

            if (!number.TryMinor(currency, out long amount))
            {
                return Fault.Amount(field.ToString().ToLowerInvariant(), value.GetRawText());
            }

            minor = amount;
            return null;
        }

        return null;
    }

    /// <summary>Reads the currency that properties state.</summary>
    /// <param name="currency">It; unchanged when they state none.</param>
    /// <param name="isStated">Whether they state one.</param>
    public static Fault? ReadCurrency(PropertySlots slots, ref byte currency, out bool isStated)
    {
        string? code = slots.Text(PropertyField.Currency);
        isStated = code is not null;
        if (code is null)
        {
            return null;
        }

        if (!CurrencySigns.TryFind(code, out byte found) || found == 0)
        {
            return Fault.Currency(code);
        }

        currency = found;
        return null;
    }

    /// <summary>Reads a quantity, in thousandths; one when there is none.</summary>
    public static Fault? ReadQuantity(PropertySlots slots, out Number quantity, out int thousandths)
    {
        quantity = Number.One;
        thousandths = 1000;
        JsonElement value = slots[PropertyField.Quantity];
        return value.ValueKind == JsonValueKind.Undefined || (TryNumber(value, out quantity, out _) && quantity.TryThousandths(out thousandths) && thousandths != int.MinValue)
            ? null : Fault.Quantity(value.GetRawText());
    }

    private static bool TryPlain(ReadOnlySpan<char> text, out Number number)
    {
        if (NumberReader.TryRead(text, commaDecimal: false, out number, out _))
        {
            return true;
        }

        // More digits than an amount has: 0.30000000000000004 and its like.
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value) || value is > Largest or < -Largest)
        {
            return false;
        }

        number = new Number((long)(Math.Round(value, 6) * 1_000_000m), 6);
        return true;
    }
}

using System.Text.Json;
using Parcours.Domain.Facts;

namespace Parcours.Engine.Answers;

/// <summary>How figures are written for machines: money as text in whole units, a number that is not known as null.</summary>
public static class JsonFigures
{
    /// <summary>Writes an amount as text with the currency's decimals, as "12.00".</summary>
    public static void WriteAmount(this Utf8JsonWriter writer, string name, long minor, byte currency) =>
        writer.WriteString(name, new Money(minor, currency).ToString());

    /// <summary>Writes a number rounded to six decimals; null when there is none.</summary>
    public static void WriteFigure(this Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } known && double.IsFinite(known))
        {
            writer.WriteNumber(name, Math.Round(known, 6, MidpointRounding.ToEven));
        }
        else
        {
            writer.WriteNull(name);
        }
    }
}

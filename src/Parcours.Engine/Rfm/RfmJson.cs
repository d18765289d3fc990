using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Rfm;
using Parcours.Engine.Answers;

namespace Parcours.Engine.Rfm;

/// <summary>How machines read recency, frequency and money.</summary>
public static class RfmJson
{
    /// <summary>Writes the members of the answer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="now">At the date.</param>
    /// <param name="before">A year earlier.</param>
    /// <param name="map">The groups; null for none.</param>
    /// <param name="currency">The base's currency.</param>
    public static void Write(Utf8JsonWriter writer, RfmAnalysis now, RfmAnalysis before, RfmMap? map, byte currency)
    {
        Members(writer, now, map, currency);
        writer.WriteStartObject("previous");
        Members(writer, before, map, currency);
        writer.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter writer, RfmAnalysis analysis, RfmMap? map, byte currency)
    {
        writer.WriteString("at", analysis.At.ToString());
        writer.WriteNumber("quantiles", analysis.Quantiles);
        writer.WriteNumber("customers", analysis.Totals.Customers);
        writer.WriteNumber("orders", analysis.Totals.Orders);
        writer.WriteAmount("revenue", analysis.Totals.Revenue, currency);
        writer.WriteAmount("refunds", analysis.Totals.Refunds, currency);
        writer.WriteString("currency", Currencies.CodeOf(currency));
        writer.WriteNumber("other_currency", analysis.Totals.OtherCurrency);
        writer.WriteStartObject("cells");
        foreach (RfmCell cell in analysis.Cells())
        {
            writer.WriteNumber(cell.Name(analysis.Quantiles), cell.Customers);
        }

        writer.WriteEndObject();
        if (map is null)
        {
            return;
        }

        writer.WriteString("map", map.Id);
        writer.WriteObjects("groups", map.Count(analysis), row =>
        {
            (RfmGroup group, long customers, long spend) = row;
            writer.WriteString("id", group.Id);
            writer.WriteNumber("customers", customers);
            writer.WriteAmount("spend", spend, currency);
        });
    }
}

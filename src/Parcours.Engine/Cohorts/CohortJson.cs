using System.Text.Json;
using Parcours.Domain.Cohorts;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;

namespace Parcours.Engine.Cohorts;

/// <summary>How machines read cohorts. Amounts are in whole units of the currency.</summary>
public static class CohortJson
{
    /// <summary>Writes the members of the answer.</summary>
    public static void Write(Utf8JsonWriter writer, CohortTable table, Instant at, byte currency)
    {
        writer.WriteString("by", table.By.ToString().ToLowerInvariant());
        writer.WriteString("at", at.ToString());
        writer.WriteString("currency", Currencies.CodeOf(currency));
        writer.WriteObjects("cohorts", table.Cohorts, cohort =>
        {
            Members(writer, table, cohort, cohort.Active.Length, currency);
            if (table.YearBefore(cohort) is { } before)
            {
                writer.WriteStartObject("previous");
                Members(writer, table, before, cohort.Active.Length, currency);
                writer.WriteEndObject();
            }
        });
    }

    private static void Members(Utf8JsonWriter writer, CohortTable table, Cohort cohort, int length, byte currency)
    {
        writer.WriteString("start", Calendar.Label(cohort.Unit, table.By));
        writer.WriteNumber("size", cohort.Size);
        writer.WriteStartArray("active");
        foreach (long active in cohort.Active.Take(length))
        {
            writer.WriteNumberValue(active);
        }

        writer.WriteEndArray();
        Amounts("revenue", cohort.Revenue);
        Amounts("refunds", cohort.Refunds);

        void Amounts(string name, IEnumerable<long> amounts)
        {
            writer.WriteStartArray(name);
            foreach (long amount in amounts.Take(length))
            {
                writer.WriteStringValue(new Money(amount, currency).ToString());
            }

            writer.WriteEndArray();
        }
    }
}

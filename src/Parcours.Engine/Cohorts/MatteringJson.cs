using System.Globalization;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;

namespace Parcours.Engine.Cohorts;

/// <summary>How machines read which cohorts matter.</summary>
public static class MatteringJson
{
    /// <summary>Writes the members of the answer.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="histories">The base.</param>
    /// <param name="at">The date the forecast starts from.</param>
    /// <param name="cohorts">The cohorts.</param>
    public static void Write(Utf8JsonWriter writer, HistoryBase histories, Instant at, MatteringCohorts cohorts)
    {
        writer.WriteString("at", Domain.Time.Calendar.DateOf(histories.Calendar.DayOf(at)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        writer.WriteNumber("horizon_days", cohorts.HorizonDays);
        writer.WriteNumber("lifetime_limit_days", MatteringCohorts.LifetimeLimitDays);
        writer.WriteString("currency", Currencies.CodeOf(histories.Currency));
        writer.WriteObjects("dimensions", cohorts.Dimensions, dimension =>
        {
            writer.WriteString("by", dimension.By);
            foreach ((string name, CohortWinner? winner) in Winners(dimension))
            {
                Write(writer, name, winner);
            }

            writer.WriteStartObject("all");
            Members(writer, dimension.All);
            writer.WriteEndObject();
            writer.WriteObjects("cohorts", dimension.Cohorts, cohort =>
            {
                writer.WriteString("cohort", cohort.Name);
                Members(writer, cohort);
            });
        });
        writer.WriteTexts("warnings", cohorts.Warnings.Select(warning => warning.Code));
    }

    /// <summary>The cohorts that come first, each by what.</summary>
    public static (string Name, CohortWinner? Winner)[] Winners(CohortDimension dimension) =>
    [
        ("longest_lifetime", dimension.LongestLifetime), ("most_leaving", dimension.MostLeaving), ("most_staying", dimension.MostStaying),
        ("costliest_churn", dimension.CostliestChurn), ("largest_loss", dimension.LargestLoss),
    ];

    private static void Write(Utf8JsonWriter writer, string name, CohortWinner? winner)
    {
        if (winner is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteString("cohort", winner.Cohort.Name);
        writer.WriteBoolean("clear", winner.IsClear);
        writer.WriteEndObject();
    }

    private static void Members(Utf8JsonWriter writer, MatteringCohort cohort)
    {
        writer.WriteNumber("customers", cohort.Customers);
        writer.WriteBoolean("ranked", cohort.IsRanked);
        Write(writer, "lifetime_days", cohort.LifetimeDays);
        Write(writer, "leaving", cohort.Leaving);
        Write(writer, "staying", cohort.Staying);
        Write(writer, "lost_per_customer", cohort.LostPerCustomer);
        Write(writer, "lost", cohort.Lost);
    }

    private static void Write(Utf8JsonWriter writer, string name, CohortEstimate? estimate)
    {
        writer.WriteFigure(name, estimate?.Value);
        writer.WriteFigure(name + "_low", estimate?.Interval.Low);
        writer.WriteFigure(name + "_high", estimate?.Interval.High);
    }
}

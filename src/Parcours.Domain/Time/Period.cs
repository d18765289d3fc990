using System.Globalization;

namespace Parcours.Domain.Time;

/// <summary>
/// A length of calendar time: months and days are counted on the local calendar of the fact they are added to,
/// then the rest is added exactly. The default value is no time at all.
/// </summary>
/// <param name="Months">Calendar months, 0 or more; a year is 12.</param>
/// <param name="Days">Calendar days, 0 or more; a week is 7.</param>
/// <param name="Micros">Exact microseconds on top, 0 or more.</param>
public readonly record struct Period(int Months, int Days, long Micros)
{
    /// <summary>A length that is not known, such as the gap of who bought once: longer than any calendar, so nothing is ever that old.</summary>
    public static readonly Period Unknown = new(0, 3_650_000, 0);

    /// <summary>A whole number of calendar days.</summary>
    public static Period OfDays(int days) => new(0, days, 0);

    /// <summary>A number of days with a fraction: whole calendar days, then the fraction of 24 hours, to the microsecond.</summary>
    /// <param name="days">0 or more; at most 1,000,000.</param>
    public static Period OfDays(double days)
    {
        double whole = Math.Floor(days);
        return new(0, (int)whole, (long)Math.Round((days - whole) * Instant.MicrosPerDay));
    }

    /// <summary>The length in days, a month counted as 30.436875 days: for display and for scaling, never for dates.</summary>
    public double ApproximateDays => (Months * 30.436875) + Days + (Micros / (double)Instant.MicrosPerDay);

    /// <summary>Whether no calendar is needed to add it.</summary>
    public bool IsExact => Months == 0 && Days == 0;

    /// <inheritdoc/>
    public override string ToString() => In("en");

    /// <summary>The period in words of a language, as "3 years" or "3 ans": French for a code that starts with "fr", else English.</summary>
    public string In(string language)
    {
        bool french = language.StartsWith("fr", StringComparison.OrdinalIgnoreCase);
        if (this == Unknown)
        {
            return french ? "inconnu" : "unknown";
        }

        var parts = new List<string>(3);
        if (Months != 0)
        {
            parts.Add(Months % 12 == 0 ? Count(Months / 12, french ? "an" : "year") : french ? Months.ToString(CultureInfo.InvariantCulture) + " mois" : Count(Months, "month"));
        }

        if (Days != 0)
        {
            parts.Add(Count(Days, french ? "jour" : "day"));
        }

        if (Micros != 0)
        {
            string hours = (Micros / 3_600_000_000.0).ToString("0.######", CultureInfo.InvariantCulture);
            parts.Add(french ? hours.Replace('.', ',') + " heures" : hours + " hours");
        }

        return parts.Count == 0 ? french ? "0 jour" : "0 days" : string.Join(" ", parts);
    }

    private static string Count(int count, string unit) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? string.Empty : "s")}");
}

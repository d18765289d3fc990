using System.Globalization;
using Parcours.Domain.Time;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Web.Shell;

/// <summary>Moments as a reader of the workspace writes them, on its calendar.</summary>
/// <param name="Calendar">The workspace's.</param>
/// <param name="Language">The reader's.</param>
public sealed record Clock(Domain.Time.Calendar Calendar, ReportLanguage Language)
{
    /// <summary>The local day of a moment.</summary>
    public DateOnly DayOf(Instant at) => Domain.Time.Calendar.DateOf(Calendar.DayOf(at));

    /// <summary>The first moment of a day written as 2026-03-01; null for what is no day.</summary>
    public Instant? StartOf(string day) => NumberOf(day) is { } number ? Calendar.StartOfDay(number) : null;

    /// <summary>The last moment of a day written as 2026-03-01; null for what is no day.</summary>
    public Instant? EndOf(string day) => NumberOf(day) is { } number ? Calendar.EndOfDay(number) : null;

    /// <summary>A day: 4 March 2027.</summary>
    public string Day(Instant at) => Language.Date(DayOf(at));

    /// <summary>A day and a time of it: 4 March 2027, 14:05.</summary>
    public string Minute(Instant at)
    {
        long minutes = Calendar.ToLocal(at) / (60 * Instant.MicrosPerSecond) % (24 * 60);
        minutes = minutes < 0 ? minutes + (24 * 60) : minutes;
        return string.Create(CultureInfo.InvariantCulture, $"{Day(at)}, {minutes / 60:00}:{minutes % 60:00}");
    }

    private static int? NumberOf(string day) =>
        DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date) && date.Year is > 1900 and < 9000
            ? Domain.Time.Calendar.DayOf(date)
            : null;
}

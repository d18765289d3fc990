namespace Parcours.Domain.Seasons;

/// <summary>Says on which day of a year a season begins.</summary>
public abstract record YearRule
{
    private YearRule()
    {
    }

    /// <summary>The first day in a year, from 1 to 9998; null where the year has none, as on 29 February.</summary>
    public abstract DateOnly? In(int year);

    /// <summary>The same date every year.</summary>
    /// <param name="Month">1 to 12.</param>
    /// <param name="Day">1 to 31.</param>
    public sealed record Date(int Month, int Day) : YearRule
    {
        /// <inheritdoc/>
        public override DateOnly? In(int year) => Day <= DateTime.DaysInMonth(year, Month) ? new DateOnly(year, Month, Day) : null;
    }

    /// <summary>So many days after Easter Sunday.</summary>
    /// <param name="Days">1 is Easter Monday, -2 is Good Friday.</param>
    public sealed record FromEaster(int Days) : YearRule
    {
        /// <inheritdoc/>
        public override DateOnly? In(int year) => Easter.Of(year).AddDays(Days);
    }

    /// <summary>The n-th such weekday of a month; a week earlier when it falls after a day of the month.</summary>
    /// <param name="Weekday">The day of the week.</param>
    /// <param name="Nth">1 to 4 from the start, -1 for the last.</param>
    /// <param name="Month">1 to 12.</param>
    /// <param name="Latest">The latest day of the month; null for no limit.</param>
    public sealed record Weekly(DayOfWeek Weekday, int Nth, int Month, int? Latest) : YearRule
    {
        /// <inheritdoc/>
        public override DateOnly? In(int year)
        {
            int from = Nth > 0 ? ((Nth - 1) * 7) + 1 : DateTime.DaysInMonth(year, Month) - 6;
            var start = new DateOnly(year, Month, from);
            DateOnly found = start.AddDays(((int)Weekday - (int)start.DayOfWeek + 7) % 7);
            return found.Day > Latest ? found.AddDays(-7) : found;
        }
    }
}

namespace Parcours.Domain.Time;

/// <summary>The calendar's cuts: what a cohort, a series or <c>in period(...)</c> counts by.</summary>
public enum CalendarUnit
{
    /// <summary>A local day, from midnight to midnight.</summary>
    Day,

    /// <summary>An ISO week, from Monday.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Three calendar months, from January.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,
}

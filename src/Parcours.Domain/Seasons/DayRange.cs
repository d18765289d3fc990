namespace Parcours.Domain.Seasons;

/// <summary>Local days in a row.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, included; not before <paramref name="First"/>.</param>
public readonly record struct DayRange(DateOnly First, DateOnly Last)
{
    /// <summary>How many days: 1 or more.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;
}

using Parcours.Domain.Time;

namespace Parcours.Domain.Cohorts;

/// <summary>The calendar unit of an instant, by a table over days.</summary>
internal sealed class CohortUnits
{
    private readonly LocalDays _days;
    private readonly int[] _units;
    private readonly CalendarUnit _by;

    public CohortUnits(LocalDays days, CalendarUnit by)
    {
        _days = days;
        _by = by;
        _units = [.. Enumerable.Range(days.First, days.Count).Select(day => Calendar.UnitOf(day, by))];
    }

    /// <summary>The first unit of the table.</summary>
    public int First => _units[0];

    /// <summary>How many units.</summary>
    public int Count => _units[^1] - _units[0] + 1;

    /// <summary>The unit of an instant.</summary>
    public int Of(Instant at)
    {
        int day = _days.DayOf(at);
        return (uint)(day - _days.First) < (uint)_units.Length ? _units[day - _days.First] : Calendar.UnitOf(day, _by);
    }
}

using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Cli.Frame;

/// <summary>The date that predictions start from when none is given: beyond the data there is only silence, which would look like everyone leaving.</summary>
internal static class LastDay
{
    /// <summary>The end of the last local day with a fact; now would be a lie in a base loaded long ago.</summary>
    public static Instant Of(HistoryBase histories) =>
        histories.FactCount == 0 ? Instant.FromUtc(1970, 1, 1) : histories.Calendar.EndOfDay(histories.Calendar.DayOf(FactSpan.Of(histories).Last));
}

using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Churn;

/// <summary>Why a churn definition cannot be tried or scored, with the facts a reader needs to do better.</summary>
public abstract record ChurnRefusal
{
    private const int FewestRows = 30;
    private const int FewestOfEach = 10;

    private ChurnRefusal()
    {
    }

    /// <summary>There is no fact in the base.</summary>
    public sealed record Empty : ChurnRefusal;

    /// <summary>What followed the test date is not known long enough.</summary>
    /// <param name="LongestDays">The longest horizon that can be tested; 0 when none can.</param>
    /// <param name="LastDay">The last local day with a fact.</param>
    public sealed record HorizonTooLong(int LongestDays, int LastDay) : ChurnRefusal;

    /// <summary>The training window had not closed at the test date.</summary>
    /// <param name="LongestDays">The longest horizon for which it had.</param>
    public sealed record NotClosed(int LongestDays) : ChurnRefusal;

    /// <summary>Too few customers to learn from.</summary>
    /// <param name="Rows">How many were eligible.</param>
    /// <param name="Needed">How many more are needed.</param>
    public sealed record NotEnough(int Rows, int Needed) : ChurnRefusal;

    /// <summary>Nearly all left, or nearly none: nothing tells them apart.</summary>
    /// <param name="Left">How many left.</param>
    /// <param name="Stayed">How many stayed.</param>
    /// <param name="Needed">How many more of the rarer kind are needed.</param>
    public sealed record OneSided(int Left, int Stayed, int Needed) : ChurnRefusal;

    internal static ChurnRefusal? OfDates(ChurnDefinition definition, HistoryBase histories, Instant trainAt, Instant testAt)
    {
        if (histories.FactCount == 0)
        {
            return new Empty();
        }

        Calendar calendar = histories.Calendar;
        int lastDay = calendar.DayOf(FactSpan.Of(histories).Last);
        if (calendar.Add(testAt, definition.Horizon) > calendar.EndOfDay(lastDay))
        {
            return new HorizonTooLong(Math.Max(0, Math.Min(lastDay - calendar.DayOf(testAt), calendar.DayOf(testAt) - calendar.DayOf(trainAt))), lastDay);
        }

        return calendar.Add(trainAt, definition.Horizon) > testAt ? new NotClosed(Math.Max(0, calendar.DayOf(testAt) - calendar.DayOf(trainAt))) : null;
    }

    internal static ChurnRefusal? OfPast(ChurnDefinition definition, HistoryBase histories, Instant at)
    {
        if (histories.FactCount == 0)
        {
            return new Empty();
        }

        Calendar calendar = histories.Calendar;
        FactSpan span = FactSpan.Of(histories);
        int past = calendar.DayOf(at) - calendar.DayOf(span.First);
        if (past < definition.Horizon.ApproximateDays)
        {
            return new HorizonTooLong(Math.Max(0, past), calendar.DayOf(span.Last));
        }

        return null;
    }

    internal static ChurnRefusal? OfRows(int rows, int left)
    {
        if (rows < FewestRows)
        {
            return new NotEnough(rows, FewestRows - rows);
        }

        int rarer = Math.Min(left, rows - left);
        return rarer < FewestOfEach ? new OneSided(left, rows - left, FewestOfEach - rarer) : null;
    }
}

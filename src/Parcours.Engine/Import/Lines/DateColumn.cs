using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Import.Reading;
using Parcours.Engine.Import.Values;

namespace Parcours.Engine.Import.Lines;

/// <summary>Reads the dates of a column, with the time of another where the file keeps them apart, and checks that they are neither too old nor to come.</summary>
internal sealed class DateColumn(LineContext context, int dateField, int timeField)
{
    private long _lastLocal = long.MinValue;
    private Instant _lastAt;

    /// <summary>The date as written, for message ids.</summary>
    public long Canonical { get; private set; }

    /// <summary>Whether the file has the column.</summary>
    public bool Exists => dateField >= 0;

    /// <summary>Whether the line says nothing here.</summary>
    public bool IsEmpty(RowReader row) => dateField < 0 || row[dateField].Trim().IsEmpty;

    /// <summary>Reads the date of a line.</summary>
    /// <param name="at">The instant; local midnight when there is no time.</param>
    /// <param name="flags"><see cref="FactFlags.DateOnly"/> when there is no time.</param>
    public Rejection Read(RowReader row, out Instant at, out FactFlags flags)
    {
        at = default;
        flags = FactFlags.None;
        ReadOnlySpan<char> text = row[dateField];
        if (!DateReader.TryRead(text, context.DayFirst, out DateParts date))
        {
            return Rejection.Date;
        }

        if (timeField >= 0 && !date.HasTime && !row[timeField].Trim().IsEmpty)
        {
            if (!DateReader.TryReadTime(row[timeField], out long time))
            {
                return Rejection.Date;
            }

            date = new DateParts(date.Micros + time, HasTime: true, IsUtc: false);
        }

        if (date.Micros < 0)
        {
            return Rejection.EarlyDate;
        }

        Canonical = (date.Micros << 2) | (date.HasTime ? 1L : 0) | (date.IsUtc ? 2L : 0);
        flags = date.HasTime ? FactFlags.None : FactFlags.DateOnly;
        if (date.IsUtc)
        {
            at = new Instant(date.Micros);
        }
        else if (date.Micros == _lastLocal)
        {
            at = _lastAt;
        }
        else
        {
            at = _lastAt = context.Calendar.FromLocal(date.Micros);
            _lastLocal = date.Micros;
        }

        return at > context.Latest ? Rejection.FutureDate : Rejection.None;
    }
}

using Parcours.Domain.Facts;
using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Reading;
using Parcours.Engine.Import.Values;

namespace Parcours.Engine.Import.Lines;

/// <summary>Turns the lines of one kind of file into facts. A line is read whole before anything of it goes out.</summary>
internal abstract class LineReading(LineContext context)
{
    /// <summary>What every reader needs to know.</summary>
    protected LineContext Context { get; } = context;

    /// <summary>The column that was at fault in the line last refused; null when it is the whole line.</summary>
    public Column? Fault { get; protected set; }

    /// <summary>The currency of the first amount read; 0 when there was none.</summary>
    public byte FirstCurrency { get; protected set; }

    /// <summary>Reads a line; anything but <see cref="Rejection.None"/> puts it aside, and nothing of it was sent.</summary>
    public abstract Rejection Read(RowReader row);

    /// <summary>Sends what could only be known at the end of the file.</summary>
    public virtual void Finish()
    {
    }

    /// <summary>The field of a column, without blanks around it; empty when the file has none.</summary>
    protected ReadOnlySpan<char> Text(RowReader row, Column column)
    {
        int field = Context.Map[column];
        return field < 0 ? default : row[field].Trim();
    }

    /// <summary>Says which column is at fault.</summary>
    protected Rejection Refuse(Rejection rejection, Column column)
    {
        Fault = column;
        return rejection;
    }

    /// <summary>Reads an amount of a column in the currency it names, or the file's.</summary>
    protected bool TryAmount(RowReader row, Column column, out Money money)
    {
        money = default;
        if (!NumberReader.TryRead(Text(row, column), Context.CommaDecimal, out Number number, out byte currency))
        {
            return false;
        }

        currency = currency == 0 ? Context.Currency : currency;
        bool fits = number.TryMinor(currency, out long minor);
        money = new Money(minor, currency);
        return fits;
    }
}

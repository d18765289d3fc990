using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Lines;
using Parcours.Engine.Import.Reading;
using Parcours.Engine.Import.Values;

namespace Parcours.Engine.Import.Orders;

/// <summary>Reads what a line is worth: its amount, else quantity times price less the discount; and the order's total where it is stated.</summary>
internal sealed class OrderAmounts
{
    private readonly LineContext _context;
    private readonly int _amount;
    private readonly int _price;
    private readonly int _quantity;
    private readonly int _discount;
    private readonly int _total;
    private readonly int _currency;
    private string _lastCode = string.Empty;
    private byte _lastCurrency;

    public OrderAmounts(LineContext context)
    {
        _context = context;
        _amount = context.Map[Column.Amount];
        _price = context.Map[Column.Price];
        _quantity = context.Map[Column.Quantity];
        _discount = context.Map[Column.Discount];
        _total = context.Map[Column.Total];
        _currency = context.Map[Column.Currency];
    }

    /// <summary>Whether orders' totals are stated, not summed.</summary>
    public bool StatesTotals => _total >= 0;

    /// <summary>The column at fault.</summary>
    public Column Fault { get; private set; }

    /// <summary>Reads the worth of a line.</summary>
    /// <param name="before">The currency of the order's earlier lines; 0 when this is the first.</param>
    public Rejection Read(RowReader row, byte before, out OrderAmount value)
    {
        value = default;
        byte currency = before != 0 ? before : _context.Currency;
        ReadOnlySpan<char> code = Field(row, _currency);
        if (!code.IsEmpty && !TryCurrency(code, out currency))
        {
            return Refuse(Rejection.Currency, Column.Currency);
        }

        bool stated = !code.IsEmpty;
        Number quantity = Number.One;
        ReadOnlySpan<char> count = Field(row, _quantity);
        if (!count.IsEmpty && !NumberReader.TryRead(count, _context.CommaDecimal, out quantity, out _))
        {
            return Refuse(Rejection.Quantity, Column.Quantity);
        }

        if (!quantity.TryThousandths(out int units) || units == int.MinValue)
        {
            return Refuse(Rejection.Quantity, Column.Quantity);
        }

        if (!TryTotal(row, stated, ref currency, out long? total))
        {
            return Refuse(Rejection.Amount, Column.Total);
        }

        if (!TryLine(row, quantity, stated, ref currency, out long? line))
        {
            return Refuse(Rejection.Amount, _amount >= 0 ? Column.Amount : Column.Price);
        }

        if (line is null && total is null && !(StatesTotals && before != 0))
        {
            return Refuse(Rejection.Amount, _amount >= 0 ? Column.Amount : _price >= 0 ? Column.Price : Column.Total);
        }

        bool isReturn = units < 0 || line < 0 || (line is null && total < 0);
        long worth = Math.Abs(line ?? (isReturn ? total ?? 0 : 0));
        value = new OrderAmount(worth, total < 0 ? null : total, Math.Abs(units), !count.IsEmpty, isReturn, currency);
        return Rejection.None;
    }

    private bool TryTotal(RowReader row, bool stated, ref byte currency, out long? total)
    {
        total = null;
        ReadOnlySpan<char> text = Field(row, _total);
        if (text.IsEmpty)
        {
            return true;
        }

        bool read = NumberReader.TryRead(text, _context.CommaDecimal, out Number number, out byte sign);
        currency = sign != 0 && !stated ? sign : currency;
        read &= number.TryMinor(currency, out long minor);
        total = minor;
        return read;
    }

    private bool TryLine(RowReader row, Number quantity, bool stated, ref byte currency, out long? line)
    {
        line = null;
        ReadOnlySpan<char> text = Field(row, _amount);
        bool isPrice = text.IsEmpty;
        text = isPrice ? Field(row, _price) : text;
        if (text.IsEmpty)
        {
            return true;
        }

        if (!NumberReader.TryRead(text, _context.CommaDecimal, out Number number, out byte sign))
        {
            return false;
        }

        currency = sign != 0 && !stated ? sign : currency;
        if (!isPrice)
        {
            bool fits = number.TryMinor(currency, out long amount);
            line = amount;
            return fits;
        }

        if (!number.TryMinorTimes(quantity, currency, out long gross) || !TryDiscount(row, currency, out long discount))
        {
            return false;
        }

        // A discount is written positive or negative; either way it comes off, and never turns a sale into a return.
        line = gross > 0 ? Math.Max(0, gross - Math.Abs(discount)) : gross < 0 ? Math.Min(0, gross + Math.Abs(discount)) : 0;
        return true;
    }

    private bool TryDiscount(RowReader row, byte currency, out long discount)
    {
        discount = 0;
        ReadOnlySpan<char> text = Field(row, _discount);
        return text.IsEmpty || text.Contains('%')
            || (NumberReader.TryRead(text, _context.CommaDecimal, out Number number, out _) && number.TryMinor(currency, out discount));
    }

    private bool TryCurrency(ReadOnlySpan<char> code, out byte currency)
    {
        if (code.SequenceEqual(_lastCode))
        {
            currency = _lastCurrency;
            return true;
        }

        if (!CurrencySigns.TryFind(code, out currency))
        {
            return false;
        }

        _lastCode = code.ToString();
        _lastCurrency = currency;
        return true;
    }

    private Rejection Refuse(Rejection rejection, Column column)
    {
        Fault = column;
        return rejection;
    }

    private static ReadOnlySpan<char> Field(RowReader row, int field) => field < 0 ? default : row[field].Trim();
}

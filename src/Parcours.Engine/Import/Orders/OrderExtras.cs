using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Feeding;
using Parcours.Engine.Import.Lines;
using Parcours.Engine.Import.Reading;
using Parcours.Engine.Import.Values;

namespace Parcours.Engine.Import.Orders;

/// <summary>Reads what a line says of its order beside its worth: refunded, cancelled, unpaid, coupon, permission. Each is said once per order.</summary>
internal sealed class OrderExtras
{
    private readonly LineContext _context;
    private readonly ColumnMap _map;
    private readonly Feed _feed;
    private readonly DateColumn _cancelledDates;
    private long _refunded;
    private Instant? _cancelledAt;
    private byte _flags;

    public OrderExtras(LineContext context)
    {
        _context = context;
        _map = context.Map;
        _feed = context.Feed;
        _cancelledDates = new DateColumn(context, _map[Column.Cancelled], -1);
        HasAny = _map.Has(Column.Refunded) || _map.Has(Column.Cancelled) || _map.Has(Column.Status) || _map.Has(Column.Coupon) || _map.Has(Column.OptIn);
    }

    /// <summary>Whether the file has any of these columns.</summary>
    public bool HasAny { get; }

    /// <summary>What the line read says of its order's status.</summary>
    public OrderStatus Status { get; private set; }

    /// <summary>The column at fault.</summary>
    public Column Fault { get; private set; }

    /// <summary>Reads a line; nothing is sent.</summary>
    public Rejection Read(RowReader row, Instant at, byte currency, bool follows)
    {
        if (!HasAny)
        {
            return Rejection.None;
        }

        _refunded = 0;
        _cancelledAt = null;
        ReadOnlySpan<char> status = Text(row, Column.Status);
        Status = status.IsEmpty && follows ? Status : OrderStatuses.Of(status);
        ReadOnlySpan<char> refunded = Text(row, Column.Refunded);
        if (!refunded.IsEmpty
            && (!NumberReader.TryRead(refunded, _context.CommaDecimal, out Number number, out _) || !number.TryMinor(currency, out _refunded)))
        {
            Fault = Column.Refunded;
            return Rejection.Amount;
        }

        if (Status == OrderStatus.Cancelled)
        {
            _cancelledAt = at;
            _flags = (byte)FactFlags.DateOnly;
        }

        if (_cancelledDates.Exists && !_cancelledDates.IsEmpty(row))
        {
            Rejection date = _cancelledDates.Read(row, out Instant cancelled, out FactFlags flags);
            if (date != Rejection.None)
            {
                Fault = Column.Cancelled;
                return date;
            }

            _cancelledAt = cancelled;
            _flags = (byte)flags;
        }

        return Rejection.None;
    }

    /// <summary>Sends what the line just read says of an order.</summary>
    public void Send(RowReader row, OrderEntry order, int link, Instant at, bool unpaid)
    {
        if (!HasAny)
        {
            return;
        }

        byte channel = (byte)order.Channel;
        if (unpaid)
        {
            Once('k', order, link, new Fact(at, 0, 0, FactKind.Checkout, 0, (byte)(channel | (byte)order.Flags)), 0);
            return;
        }

        long refunded = _refunded != 0 ? Math.Abs(_refunded) : Status == OrderStatus.Refunded ? order.Value : 0;
        if (refunded != 0)
        {
            // No export says when the money went back: the cancellation's date where there is one, else the order's.
            UInt128 id = _feed.Ids.Start('b').Add(order.Id).Add(refunded).Take();
            if (_feed.IsFirst(id))
            {
                var refund = new Fact(_cancelledAt ?? at, refunded, 0, FactKind.Refund, order.Currency, (byte)(channel | (byte)order.Flags));
                ref FeedRow statement = ref _feed.Refunded(order.Who, refund, id);
                statement.Link = link;
                statement.IsTotal = _refunded != 0;
            }
        }

        if (_cancelledAt is { } cancelled)
        {
            Once('x', order, link, new Fact(cancelled, 0, 0, FactKind.Cancellation, 0, (byte)(channel | _flags)), 0);
        }

        int coupon = _feed.Term(Text(row, Column.Coupon));
        if (coupon != 0)
        {
            Once('c', order, link, new Fact(at, 0, coupon, FactKind.CouponUsed, order.Currency, (byte)(channel | (byte)order.Flags)), LinkHash.Of(Text(row, Column.Coupon)));
        }

        if (YesNo.Read(Text(row, Column.OptIn)) == true)
        {
            Once('y', order, link: 0, new Fact(at, 0, _feed.Term("marketing"), FactKind.OptIn, 0, Fact.Pack(Channel.Email, order.Flags)), 0);
        }
    }

    private void Once(char role, OrderEntry order, int link, in Fact fact, long what)
    {
        UInt128 id = _feed.Ids.Start(role).Add(order.Id).Add(what).Take();
        if (_feed.IsFirst(id))
        {
            _feed.Fact(order.Who, fact, id).Link = link;
        }
    }

    private ReadOnlySpan<char> Text(RowReader row, Column column)
    {
        int field = _map[column];
        return field < 0 ? default : row[field].Trim();
    }
}

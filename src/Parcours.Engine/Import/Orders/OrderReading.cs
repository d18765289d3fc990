using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Feeding;
using Parcours.Engine.Import.Lines;
using Parcours.Engine.Import.Reading;

namespace Parcours.Engine.Import.Orders;

/// <summary>
/// Reads orders and order lines. Without an order column each line is an order. With one, the lines of an order make one Order and, where
/// they name a product, a category or a quantity, one OrderLine each; they need not stand together. A negative line is a refund.
/// </summary>
internal sealed class OrderReading : LineReading
{
    private readonly OrderBook _book = new();
    private readonly Dictionary<int, string> _orderPayloads = [];
    private readonly Dictionary<int, string> _storePayloads = [];
    private readonly PersonColumns _people;
    private string? _erasedOrder;
    private readonly ProductColumns _products;
    private readonly DateColumn _dates;
    private readonly OrderAmounts _amounts;
    private readonly OrderExtras _extras;
    private readonly OtherColumns _others;
    private readonly Feed _feed;
    private readonly ColumnMap _map;
    private readonly bool _tellsLines;
    private int _current = -1; // the order of the line before, when it has an order

    public OrderReading(LineContext context)
        : base(context)
    {
        _map = context.Map;
        _feed = context.Feed;
        _people = new PersonColumns(context);
        _products = new ProductColumns(context);
        _dates = new DateColumn(context, _map[Column.Date], _map[Column.Time]);
        _amounts = new OrderAmounts(context);
        _extras = new OrderExtras(context);
        _others = new OtherColumns(_map, Column.Discount, Column.Cost, Column.Source, Column.Status);
        _tellsLines = _products.Exists || _map.Has(Column.Quantity);
    }

    /// <summary>A line without a customer belongs to the order of the line before: when that was of somebody erased, so is this.</summary>
    private Rejection Unnamed(ReadOnlySpan<char> key)
    {
        bool follows = _erasedOrder is { } order && _people.Refusal == Rejection.NoCustomer && key.SequenceEqual(order);
        Rejection refusal = follows ? Rejection.Erased : _people.Refusal;
        _erasedOrder = refusal == Rejection.Erased && !key.IsEmpty ? key.ToString() : null;
        return refusal;
    }

    /// <inheritdoc/>
    public override Rejection Read(RowReader row)
    {
        Fault = null;
        ReadOnlySpan<char> key = Text(row, Column.Order);
        bool follows = _current >= 0 && key.SequenceEqual(_book.KeyOf(_current));
        int current = _current;
        _current = -1;
        bool named = _people.TryRead(row, out ReadOnlySpan<char> person);
        if (!named && (!follows || _people.Refusal == Rejection.Erased))
        {
            return Unnamed(key);
        }

        Instant at;
        FactFlags flags;
        if (follows && _dates.IsEmpty(row))
        {
            at = _book[current].At;
            flags = _book[current].Flags;
        }
        else
        {
            Rejection date = _dates.Read(row, out at, out flags);
            if (date != Rejection.None)
            {
                return Refuse(date, Column.Date);
            }
        }

        byte before = follows ? _book[current].Currency : (byte)0;
        Rejection amount = _amounts.Read(row, before, out OrderAmount value);
        if (amount != Rejection.None)
        {
            return Refuse(amount, _amounts.Fault);
        }

        Rejection extra = _extras.Read(row, at, value.Currency, follows);
        if (extra != Rejection.None)
        {
            return Refuse(extra, _extras.Fault);
        }

        FirstCurrency = FirstCurrency == 0 ? value.Currency : FirstCurrency;
        if (follows && value.Currency != before)
        {
            return Refuse(Rejection.OrderCurrency, Column.Currency);
        }

        _feed.StartLine();
        int who = named ? _people.Take(row, person) : _book[current].Who;
        Send(row, key, follows ? current : -1, who, named ? person : default, at, flags, value);
        return Rejection.None;
    }

    /// <inheritdoc/>
    public override void Finish()
    {
        for (int i = 0; i < _book.Count; i++)
        {
            ref OrderEntry order = ref _book[i];
            if (order.IsEmpty)
            {
                continue;
            }

            var fact = new Fact(order.At, order.Value, 0, FactKind.Order, order.Currency, Fact.Pack(order.Channel, order.Flags));
            ReadOnlySpan<char> key = _book.KeyOf(i);
            ref FeedRow row = ref _feed.CloseOrder(i, order.Who, fact, order.Id);
            row.Link = LinkHash.Of(key);
            row.IsTotal = order.HasTotal || (order.HasBareLine && !_amounts.StatesTotals);
            row.Text = key.ToString();
            row.Payload = _orderPayloads.GetValueOrDefault(i) ?? _storePayloads.GetValueOrDefault(order.Store);
        }
    }

    private void Send(RowReader row, ReadOnlySpan<char> key, int current, int who, ReadOnlySpan<char> person, Instant at, FactFlags flags, in OrderAmount value)
    {
        Channel channel = ChannelOf(row);
        ReadOnlySpan<char> storeName = Text(row, Column.Store);
        int store = storeName.IsEmpty && current >= 0 ? _book[current].Store : _feed.Term(storeName);
        if (store != 0 && !_storePayloads.ContainsKey(store))
        {
            _storePayloads[store] = OrderPayload.OfStore(storeName);
        }

        byte packed = Fact.Pack(channel, flags);
        if (key.IsEmpty)
        {
            SendAlone(row, who, person, at, packed, value, store);
            return;
        }

        if (value.IsReturn)
        {
            SendReturn(row, key, who, person, at, packed, value, store);
            return;
        }

        int order = _book.Find(key, store, who, out bool opened);
        ref OrderEntry entry = ref _book[order];
        if (opened)
        {
            Open(ref entry, order, key, storeName, person, at, value.Currency, channel, flags);
        }

        _current = order;
        bool unpaid = _extras.Status == OrderStatus.Unpaid;
        entry.IsEmpty |= unpaid;
        if (value.Total is { } total && !entry.HasTotal)
        {
            entry.HasTotal = true;
            entry.Value = total;
        }
        else if (!_amounts.StatesTotals)
        {
            entry.Value += value.Line;
        }

        int link = LinkHash.Of(key);
        _extras.Send(row, entry, link, at, unpaid);
        int product = unpaid ? 0 : _products.Take(row);
        if (!unpaid && _tellsLines && (product != 0 || value.TellsQuantity))
        {
            UInt128 id = LineId('l', row, key, person, value, store).Take(_feed.Occurrences);
            string? payload = _others.Read(row);
            ref FeedRow line = ref _feed.Fact(who, new Fact(at, value.Line, product, FactKind.OrderLine, value.Currency, packed), id);
            line.Link = link;
            line.Extra = Extra.None with { Quantity = value.Quantity };
            line.Order = order;
            line.AddsToOrder = !_amounts.StatesTotals;
            line.Payload = payload;
        }
        else
        {
            entry.HasBareLine = true;
            if (opened && OrderPayload.With(_others.Read(row), _storePayloads.GetValueOrDefault(store)) is { } payload)
            {
                _orderPayloads[order] = payload;
            }
        }

        _feed.EndLine(unpaid ? -1 : order);
    }

    private void Open(
        ref OrderEntry entry, int order, ReadOnlySpan<char> key, ReadOnlySpan<char> store, ReadOnlySpan<char> person, Instant at, byte currency, Channel channel, FactFlags flags)
    {
        MessageIds ids = _feed.Ids.Start('O').Add((long)_people.Kind).Add(person).Add(key);
        entry.Id = (store.IsEmpty ? ids : ids.Add(store)).Take();
        entry.At = at;
        entry.Currency = currency;
        entry.Channel = channel;
        entry.Flags = flags;
        _feed.OpenOrder(order, entry.Who, LinkHash.Of(key), entry.Id);
    }

    private void SendAlone(RowReader row, int who, ReadOnlySpan<char> person, Instant at, byte packed, in OrderAmount value, int store)
    {
        FactKind kind = value.IsReturn ? FactKind.Refund : _extras.Status == OrderStatus.Unpaid ? FactKind.Checkout : FactKind.Order;
        UInt128 id = LineId('o', row, default, person, value, store).Take(_feed.Occurrences);
        int product = _products.Take(row);
        bool hasLine = kind == FactKind.Order && _tellsLines && (product != 0 || value.TellsQuantity);
        int link = hasLine || (kind == FactKind.Order && _extras.HasAny) ? (int)((uint)id & int.MaxValue) | 1 : 0;
        long amount = value.Total ?? value.Line;
        string? payload = OrderPayload.With(_others.Read(row), _storePayloads.GetValueOrDefault(store));
        byte currency = kind == FactKind.Checkout ? (byte)0 : value.Currency;
        ref FeedRow order = ref _feed.Fact(who, new Fact(at, kind == FactKind.Checkout ? 0 : amount, kind == FactKind.Refund ? product : 0, kind, currency, packed), id);
        order.Link = link;
        order.Payload = payload;
        if (hasLine)
        {
            UInt128 lineId = _feed.Ids.Start('n').Add(id).Take();
            ref FeedRow line = ref _feed.Fact(who, new Fact(at, amount, product, FactKind.OrderLine, value.Currency, packed), lineId);
            line.Link = link;
            line.Extra = Extra.None with { Quantity = value.Quantity };
        }

        if (kind == FactKind.Order && _extras.HasAny)
        {
            var entry = new OrderEntry { Id = id, At = at, Who = who, Currency = value.Currency, Value = amount };
            _extras.Send(row, entry, link, at, unpaid: false);
        }
    }

    private void SendReturn(RowReader row, ReadOnlySpan<char> key, int who, ReadOnlySpan<char> person, Instant at, byte packed, in OrderAmount value, int store)
    {
        UInt128 id = LineId('r', row, key, person, value, store).Take(_feed.Occurrences);
        int product = _products.Take(row);
        string? payload = OrderPayload.With(_others.Read(row), _storePayloads.GetValueOrDefault(store));
        ref FeedRow refund = ref _feed.Fact(who, new Fact(at, value.Line, product, FactKind.Refund, value.Currency, packed), id);
        refund.Link = IsCreditNote(key) ? 0 : LinkHash.Of(key);
        refund.Extra = Extra.None with { Quantity = value.Quantity };
        refund.Text = key.ToString();
        refund.Payload = payload;
    }

    /// <summary>A cancelled invoice, as C536379, has a number of its own: it does not say which order it gives back.</summary>
    private static bool IsCreditNote(ReadOnlySpan<char> key) => key.Length > 4 && key[0] is 'C' or 'c' && !key[1..].ContainsAnyExceptInRange('0', '9');

    private MessageIds LineId(char role, RowReader row, ReadOnlySpan<char> key, ReadOnlySpan<char> person, in OrderAmount value, int store)
    {
        MessageIds ids = _feed.Ids.Start(role).Add((long)_people.Kind).Add(person).Add(_dates.Canonical).Add(value.Total ?? value.Line).Add((long)value.Currency);
        if (!key.IsEmpty)
        {
            ids.Add(key);
        }

        if (_tellsLines)
        {
            ids.Add((long)value.Quantity);
            _products.Identify(row, ids);
        }

        if (store != 0)
        {
            ids.Add(Text(row, Column.Store));
        }

        return ids;
    }

    private Channel ChannelOf(RowReader row)
    {
        Channel channel = _map.Has(Column.Channel) ? Channels.Of(Text(row, Column.Channel)) : Channel.None;
        return channel == Channel.None && !Text(row, Column.Store).IsEmpty ? Channel.Store : channel;
    }
}

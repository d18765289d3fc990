using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Feeding;
using Parcours.Engine.Import.Lines;
using Parcours.Engine.Import.Orders;
using Parcours.Engine.Import.Reading;
using Parcours.Engine.Import.Values;

namespace Parcours.Engine.Import.Messages;

/// <summary>
/// Reads past mailings and reactions: either one line an event (a date and what happened), or one line a recipient, with a column for each thing
/// that may have happened, holding its date, a count, or yes.
/// </summary>
internal sealed class MessageReading : LineReading
{
    private static readonly (Column Column, MessageEvent Event)[] Wide =
    [
        (Column.Sent, new(FactKind.MessageSent, null)),
        (Column.Delivered, new(FactKind.None, MessageEvents.Delivered)),
        (Column.Bounced, new(FactKind.MessageBounced, null)),
        (Column.Opened, new(FactKind.MessageOpened, null)),
        (Column.Clicked, new(FactKind.MessageClicked, null)),
        (Column.Answered, new(FactKind.MessageAnswered, null)),
        (Column.Unsubscribed, new(FactKind.OptOut, null)),
    ];

    private readonly PersonColumns _people;
    private readonly DateColumn _dates;
    private readonly OtherColumns _others;
    private readonly (DateColumn Dates, Column Column, MessageEvent Event)[] _wide;
    private readonly List<(Instant At, FactFlags Flags, long Canonical, MessageEvent Event)> _found = [];
    private readonly bool _oneEventALine;

    public MessageReading(LineContext context)
        : base(context)
    {
        ColumnMap map = context.Map;
        _people = new PersonColumns(context);
        _dates = new DateColumn(context, map.Has(Column.Date) ? map[Column.Date] : map[Column.Sent], map[Column.Time]);
        _others = new OtherColumns(map, Column.Event);
        _wide = [.. Wide.Where(pair => map.Has(pair.Column)).Select(pair => (new DateColumn(context, map[pair.Column], -1), pair.Column, pair.Event))];
        _oneEventALine = map.Has(Column.Event);
    }

    /// <inheritdoc/>
    public override Rejection Read(RowReader row)
    {
        Fault = null;
        _found.Clear();
        if (!_people.TryRead(row, out ReadOnlySpan<char> person))
        {
            return Rejection.NoCustomer;
        }

        Rejection rejection = _oneEventALine ? ReadEvent(row) : ReadWide(row);
        if (rejection != Rejection.None)
        {
            return rejection;
        }

        Feed feed = Context.Feed;
        feed.StartLine();
        int who = _people.Take(row, person);
        ReadOnlySpan<char> campaign = Text(row, Column.Campaign);
        int item = feed.Term(campaign);
        int purpose = feed.Term("marketing");
        Channel channel = Channels.Of(Text(row, Column.Channel));
        channel = channel != Channel.None ? channel : Text(row, Column.Event).Contains("sms", StringComparison.OrdinalIgnoreCase) ? Channel.Sms : Channel.Email;
        string? payload = _others.Read(row);
        foreach ((Instant at, FactFlags flags, long canonical, MessageEvent happened) in _found)
        {
            FactKind kind = happened.Name is { } name ? feed.Kind(name) : happened.Kind;
            bool consent = kind is FactKind.OptIn or FactKind.OptOut;
            UInt128 id = feed.Ids.Start('m').Add((long)_people.Kind).Add(person).Add(happened.Name ?? FactKinds.NameOf(kind)).Add(canonical).Add(campaign)
                .Add((long)channel).Take(feed.Occurrences);
            ref FeedRow fact = ref feed.Fact(who, new Fact(at, 0, consent ? purpose : item, kind, 0, Fact.Pack(channel, flags)), id);
            fact.Link = LinkHash.Of(campaign);
            fact.Payload = payload;
        }

        feed.EndLine();
        return Rejection.None;
    }

    private Rejection ReadEvent(RowReader row)
    {
        if (MessageEvents.Of(Text(row, Column.Event)) is not { } happened)
        {
            return Refuse(Rejection.KindOfFact, Column.Event);
        }

        Rejection rejection = _dates.Read(row, out Instant at, out FactFlags flags);
        _found.Add((at, flags, _dates.Canonical, happened));
        return rejection == Rejection.None ? rejection : Refuse(rejection, Column.Date);
    }

    private Rejection ReadWide(RowReader row)
    {
        bool dated = !_dates.IsEmpty(row) && DateReader.TryRead(row[Context.Map.Has(Column.Date) ? Context.Map[Column.Date] : Context.Map[Column.Sent]], Context.DayFirst, out _);
        Instant sentAt = default;
        FactFlags sentFlags = FactFlags.None;
        long sentCanonical = 0;
        if (dated)
        {
            Rejection rejection = _dates.Read(row, out sentAt, out sentFlags);
            sentCanonical = _dates.Canonical;
            if (rejection != Rejection.None)
            {
                return Refuse(rejection, Context.Map.Has(Column.Date) ? Column.Date : Column.Sent);
            }
        }

        foreach ((DateColumn dates, Column column, MessageEvent happened) in _wide)
        {
            ReadOnlySpan<char> text = Text(row, column);
            bool count = NumberReader.TryRead(text, commaDecimal: false, out Number number, out _) && number.Scale == 0 && text.Length < 6;
            if (text.IsEmpty || YesNo.Read(text) == false || (count && number.Mantissa == 0))
            {
                continue;
            }

            if (count || YesNo.Read(text) == true)
            {
                if (!dated)
                {
                    return Refuse(Rejection.Date, Column.Date);
                }

                _found.Add((sentAt, sentFlags, sentCanonical, happened));
                continue;
            }

            Rejection rejection = dates.Read(row, out Instant at, out FactFlags flags);
            if (rejection != Rejection.None)
            {
                return Refuse(rejection, column);
            }

            _found.Add((at, flags, dates.Canonical, happened));
        }

        if (dated && !Context.Map.Has(Column.Sent))
        {
            // A report of recipients: whoever is listed was written to.
            _found.Insert(0, (sentAt, sentFlags, sentCanonical, Wide[0].Event));
        }

        return _found.Count > 0 ? Rejection.None : Refuse(Rejection.Date, Column.Date);
    }
}

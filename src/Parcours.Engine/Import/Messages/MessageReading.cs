using Parcours.Domain.Experiments;
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
    private readonly string? _armHeader;
    private string _arm = string.Empty;

    public MessageReading(LineContext context)
        : base(context)
    {
        ColumnMap map = context.Map;
        _people = new PersonColumns(context);
        _dates = new DateColumn(context, map.Has(Column.Date) ? map[Column.Date] : map[Column.Sent], map[Column.Time]);
        _others = new OtherColumns(map, Column.Event);
        _wide = [.. Wide.Where(pair => map.Has(pair.Column)).Select(pair => (new DateColumn(context, map[pair.Column], -1), pair.Column, pair.Event))];
        _oneEventALine = map.Has(Column.Event);
        _armHeader = map.Has(Column.Arm) ? HeaderText.Plain(map.HeaderOf(Column.Arm)) : null;
    }

    private bool IsControl => _arm == Arms.Control;

    /// <inheritdoc/>
    public override Rejection Read(RowReader row)
    {
        Fault = null;
        _found.Clear();
        if (!_people.TryRead(row, out ReadOnlySpan<char> person))
        {
            return _people.Refusal;
        }

        _arm = _armHeader is null ? string.Empty : ArmText.Read(_armHeader, Text(row, Column.Arm));
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
            FactKind kind = happened.Name is { } custom ? feed.Kind(custom) : happened.Kind;
            bool draw = kind == FactKind.Assignment;
            bool consent = kind is FactKind.OptIn or FactKind.OptOut;
            string name = happened.Name ?? FactKinds.NameOf(kind);
            UInt128 id = feed.Ids.Start('m').Add((long)_people.Kind).Add(person).Add(draw ? $"{name} {_arm}" : name).Add(canonical).Add(campaign)
                .Add((long)channel).Take(feed.Occurrences);
            long value = draw ? feed.Term(_arm) : 0;
            ref FeedRow fact = ref feed.Fact(who, new Fact(at, value, consent ? purpose : item, kind, 0, Fact.Pack(channel, flags)), id);
            fact.ValueIsTerm = draw;
            fact.Link = LinkHash.Of(campaign);
            fact.Payload = payload;
        }

        feed.EndLine();
        return Rejection.None;
    }

    private Rejection ReadEvent(RowReader row)
    {
        MessageEvent? said = MessageEvents.Of(Text(row, Column.Event));
        if (said is null && !IsControl)
        {
            return Refuse(Rejection.KindOfFact, Column.Event);
        }

        // Of the control arm a log says that it was drawn, whatever it calls that, or that somebody unsubscribed.
        MessageEvent happened = said ?? Wide[0].Event;
        Rejection rejection = _dates.Read(row, out Instant at, out FactFlags flags);
        if (rejection != Rejection.None)
        {
            return Refuse(rejection, Column.Date);
        }

        _found.Add((at, flags, _dates.Canonical, happened));
        return IsControl && !IsFreeOfMessage(happened) ? Refuse(Rejection.ControlTreated, Column.Event)
            : _armHeader is not null && happened.Kind == FactKind.MessageSent ? Draw(row, _found[0])
            : Rejection.None;
    }

    // A message sent may be the list of those drawn, with the date of the send beside every name.
    private static bool IsFreeOfMessage(MessageEvent happened) =>
        happened.Kind is FactKind.MessageSent or FactKind.OptIn or FactKind.OptOut || happened.Name == MessageEvents.Blocked;

    private Rejection Draw(RowReader row, (Instant At, FactFlags Flags, long Canonical, MessageEvent Event) when)
    {
        if (_arm.Length == 0)
        {
            return Refuse(Rejection.Arm, Column.Arm);
        }

        if (Text(row, Column.Campaign).IsEmpty)
        {
            return Refuse(Rejection.Missing, Column.Campaign);
        }

        if (IsControl)
        {
            _found.RemoveAll(found => found.Event.Kind == FactKind.MessageSent);
        }

        _found.Insert(0, when with { Event = new(FactKind.Assignment, null) });
        return Rejection.None;
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

            bool said = count || YesNo.Read(text) == true;
            if (IsControl && (said || column != Column.Sent) && column != Column.Unsubscribed)
            {
                return Refuse(Rejection.ControlTreated, column);
            }

            if (said)
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

        if (_armHeader is not null)
        {
            // The draw is of the day of the send; a reaction came after it and cannot date it.
            return dated ? Draw(row, (sentAt, sentFlags, sentCanonical, Wide[0].Event)) : Refuse(Rejection.Date, Column.Date);
        }

        return _found.Count > 0 ? Rejection.None : Refuse(Rejection.Date, Column.Date);
    }
}

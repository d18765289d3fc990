using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Feeding;
using Parcours.Engine.Import.Lines;
using Parcours.Engine.Import.Reading;
using Parcours.Engine.Import.Values;
using Parcours.Engine.Properties;

namespace Parcours.Engine.Import.Customers;

/// <summary>Reads customers: each column that is nothing else is an attribute; consents have a channel, and a date and a source where the file gives them.</summary>
internal sealed class CustomerReading : LineReading
{
    private static readonly (Column Column, Channel Channel)[] Consents =
    [
        (Column.OptIn, Channel.Email), (Column.EmailConsent, Channel.Email), (Column.SmsConsent, Channel.Sms), (Column.PhoneConsent, Channel.Phone),
        (Column.PostConsent, Channel.Post), (Column.PushConsent, Channel.Push),
    ];

    private readonly PersonColumns _people;
    private readonly DateColumn _dates;
    private readonly DateColumn _registered;
    private readonly DateColumn _consentDates;
    private readonly (int Field, string Name)[] _attributes;

    public CustomerReading(LineContext context)
        : base(context)
    {
        ColumnMap map = context.Map;
        _people = new PersonColumns(context);
        _dates = new DateColumn(context, map[Column.Date], map[Column.Time]);
        _registered = new DateColumn(context, map[Column.Registered], -1);
        _consentDates = new DateColumn(context, map[Column.ConsentDate], -1);
        _attributes =
        [
            .. map.Others.Select(field => (field, FieldName.Of(map.Headers[field]))),
            .. new[] { Column.Account, Column.Source }.Where(map.Has).Select(column => (map[column], ColumnNames.NameOf(column))),
        ];
    }

    /// <inheritdoc/>
    public override Rejection Read(RowReader row)
    {
        Fault = null;
        if (!_people.TryRead(row, out ReadOnlySpan<char> person))
        {
            return _people.Refusal;
        }

        Rejection rejection = ReadDate(row, _dates, Column.Date, out Moment at);
        Moment registered = default;
        rejection = rejection != Rejection.None ? rejection : ReadDate(row, _registered, Column.Registered, out registered);
        Moment consent = default;
        rejection = rejection != Rejection.None ? rejection : ReadDate(row, _consentDates, Column.ConsentDate, out consent);
        if (rejection != Rejection.None)
        {
            return rejection;
        }

        Feed feed = Context.Feed;
        feed.StartLine();
        int who = _people.Take(row, person);
        if (registered.IsKnown)
        {
            Send(person, 'g', string.Empty, string.Empty, who, new Fact(registered.At, 0, 0, FactKind.Registration, 0, (byte)registered.Flags), registered, valueIsTerm: false);
        }

        foreach ((int field, string name) in _attributes)
        {
            ReadOnlySpan<char> value = row[field].Trim();
            if (!value.IsEmpty)
            {
                int item = feed.Term(name);
                Send(person, 't', name, value, who, new Fact(at.At, feed.Term(value), item, FactKind.AttributeChanged, 0, (byte)at.Flags), at, valueIsTerm: true);
            }
        }

        Moment since = consent.IsKnown ? consent : at.IsKnown ? at : registered.IsKnown ? registered : at;
        foreach ((Column column, Channel channel) in Consents)
        {
            if (Context.Map.Has(column) && YesNo.Read(Text(row, column)) is { } given)
            {
                SendConsent(row, person, who, channel, given, since);
            }
        }

        feed.EndLine();
        return Rejection.None;
    }

    private void SendConsent(RowReader row, ReadOnlySpan<char> person, int who, Channel channel, bool given, Moment since)
    {
        Feed feed = Context.Feed;
        int purpose = feed.Term("marketing");
        var fact = new Fact(since.At, 0, purpose, given ? FactKind.OptIn : FactKind.OptOut, 0, Fact.Pack(channel, since.Flags));
        UInt128 id = feed.Ids.Start(given ? 'i' : 'u').Add((long)_people.Kind).Add(person).Add((long)channel).Add(since.Canonical).Take();
        if (feed.IsFirst(id))
        {
            feed.Fact(who, fact, id).Payload = PayloadText.Of("source", Text(row, Column.ConsentSource));
        }
    }

    private void Send(ReadOnlySpan<char> person, char role, ReadOnlySpan<char> name, ReadOnlySpan<char> value, int who, in Fact fact, Moment at, bool valueIsTerm)
    {
        Feed feed = Context.Feed;
        UInt128 id = feed.Ids.Start(role).Add((long)_people.Kind).Add(person).Add(name).Add(value).Add(at.Canonical).Take();
        if (feed.IsFirst(id))
        {
            feed.Fact(who, fact, id).ValueIsTerm = valueIsTerm;
        }
    }

    private Rejection ReadDate(RowReader row, DateColumn dates, Column column, out Moment moment)
    {
        moment = Moment.Unknown;
        if (dates.IsEmpty(row))
        {
            return Rejection.None;
        }

        Rejection rejection = dates.Read(row, out Instant at, out FactFlags flags);
        moment = new Moment(at, flags, dates.Canonical);
        return rejection == Rejection.None ? rejection : Refuse(rejection, column);
    }

    private readonly record struct Moment(Instant At, FactFlags Flags, long Canonical)
    {
        public static readonly Moment Unknown = new(default, FactFlags.Undated, -1);

        public bool IsKnown => Canonical >= 0 && Flags != FactFlags.Undated;
    }
}

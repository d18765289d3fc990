using Parcours.Domain.Facts;
using Parcours.Domain.Time;
using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Feeding;
using Parcours.Engine.Import.Lines;
using Parcours.Engine.Import.Orders;
using Parcours.Engine.Import.Reading;

namespace Parcours.Engine.Import.Complaints;

/// <summary>Reads complaints, with the date each was resolved where there is one. A later file that resolves a known complaint adds only that.</summary>
internal sealed class ComplaintReading : LineReading
{
    private readonly PersonColumns _people;
    private readonly DateColumn _dates;
    private readonly DateColumn _resolved;
    private readonly OtherColumns _others;

    public ComplaintReading(LineContext context)
        : base(context)
    {
        _people = new PersonColumns(context);
        _dates = new DateColumn(context, context.Map[Column.Date], context.Map[Column.Time]);
        _resolved = new DateColumn(context, context.Map[Column.Resolved], -1);
        _others = new OtherColumns(context.Map, Column.Comment, Column.Order, Column.Product);
    }

    /// <inheritdoc/>
    public override Rejection Read(RowReader row)
    {
        Fault = null;
        if (!_people.TryRead(row, out ReadOnlySpan<char> person))
        {
            return _people.Refusal;
        }

        Rejection rejection = _dates.Read(row, out Instant at, out FactFlags flags);
        if (rejection != Rejection.None)
        {
            return Refuse(rejection, Column.Date);
        }

        Instant resolvedAt = default;
        FactFlags resolvedFlags = FactFlags.None;
        bool resolved = !_resolved.IsEmpty(row);
        if (resolved)
        {
            rejection = _resolved.Read(row, out resolvedAt, out resolvedFlags);
            if (rejection != Rejection.None)
            {
                return Refuse(rejection, Column.Resolved);
            }
        }

        Feed feed = Context.Feed;
        feed.StartLine();
        int who = _people.Take(row, person);
        ReadOnlySpan<char> key = Text(row, Column.Complaint);
        Channel channel = Channels.Of(Text(row, Column.Channel));
        int item = feed.Term(Text(row, Column.Category));
        MessageIds ids = feed.Ids.Start('q').Add((long)_people.Kind).Add(person).Add(_dates.Canonical).Add(key);
        UInt128 id = (key.IsEmpty ? ids.Add(Text(row, Column.Category)) : ids).Take(feed.Occurrences);
        int link = key.IsEmpty ? (int)((uint)id & int.MaxValue) | 1 : LinkHash.Of(key);
        ref FeedRow complaint = ref feed.Fact(who, new Fact(at, 0, item, FactKind.Complaint, 0, Fact.Pack(channel, flags)), id);
        complaint.Link = link;
        complaint.Text = key.IsEmpty ? null : key.ToString();
        complaint.Payload = _others.Read(row);
        if (resolved)
        {
            UInt128 end = feed.Ids.Start('Q').Add(id).Take();
            feed.Fact(who, new Fact(resolvedAt, 0, item, FactKind.ComplaintResolved, 0, Fact.Pack(channel, resolvedFlags)), end).Link = link;
        }

        return Rejection.None;
    }
}

using Parcours.Domain.Facts;
using Parcours.Engine.Identity;

namespace Parcours.Engine.Import.Feeding;

/// <summary>The store's side: gives rows the store's numbers, drops what is already known, and keeps the account of lines.</summary>
internal sealed class Intake
{
    private readonly IImportSession _session;
    private readonly MessageIds _ids;
    private readonly RecordBook _records;
    private readonly OrderStatements _statements;
    private readonly ToldOrders _told;
    private readonly HashSet<int> _toldOrders = []; // of the file
    private readonly Dictionary<int, (long Sum, UInt128 Ids)> _added = [];
    private readonly Dictionary<Rejection, (long Count, string Example, long Line)> _rejections = [];
    private readonly List<FactKind> _kinds = [];
    private readonly PersonSet _people = new();
    private readonly LineAccount _lines;
    private int[] _identities = new int[1024];
    private int[] _terms = new int[1024];
    private bool[] _known = new bool[1024];
    private long _quarantined;
    private long _orders;
    private long _refunds;
    private long _cutOrders;

    public Intake(IImportSession session, string source, RecordBook records)
    {
        _session = session;
        _records = records;
        _ids = new MessageIds(source);
        _statements = new OrderStatements(session);
        _told = new ToldOrders(session);
        _lines = new LineAccount(session, _statements);
    }

    /// <summary>The reasons met, with how many lines and the first of them.</summary>
    public IReadOnlyDictionary<Rejection, (long Count, string Example, long Line)> Rejections => _rejections;

    /// <summary>Facts given to the store.</summary>
    public long Facts { get; private set; }

    /// <summary>Known orders whose total a file changed.</summary>
    public long OrdersAdjusted => _statements.OrdersAdjusted + _cutOrders;

    /// <summary>Times a file says that less was refunded of an order than is known: nothing was stored for it.</summary>
    public long RefundedLess => _statements.RefundedLess;

    /// <summary>Pairs of identities that one line names and that the store will not make one person.</summary>
    public long JoinsRefused { get; private set; }

    /// <summary>Told of each line put aside: its number, the reason, the line.</summary>
    public Action<long, string, string>? Rejected { get; init; }

    /// <summary>Takes the rows of a batch.</summary>
    public void Take(FeedBatch batch)
    {
        Span<FeedRow> rows = batch.Rows.AsSpan(0, batch.Count);
        for (int i = 0; i < rows.Length; i++)
        {
            Take(ref rows[i]);
        }
    }

    /// <summary>The account, once all was taken. To be asked once: what the file says of known orders is settled here.</summary>
    public ImportCounts Counts()
    {
        _lines.Finish();
        long changes = _statements.Settle(out long facts);
        (long stored, long duplicates) = (_lines.Stored + changes, _lines.Duplicates - changes);
        Facts += facts;
        return new ImportCounts(stored + duplicates + _quarantined, stored, duplicates, _quarantined, _people.Count(), _orders, _refunds);
    }

    private void Take(ref FeedRow row)
    {
        switch (row.Step)
        {
            case FeedStep.Fact:
                TakeFact(ref row);
                break;
            case FeedStep.Line:
                _lines.Start();
                _lines.Order = row.Order;
                _lines.IsNew = row.Order >= 0 && !_known[row.Order];
                break;
            case FeedStep.Identity:
                Put(ref _identities, row.Who, _session.IdentityOf((IdentityKind)row.Other, row.Text));
                break;
            case FeedStep.Term:
                Put(ref _terms, row.Who, _session.TermOf(row.Text));
                break;
            case FeedStep.Kind:
                _kinds.Add(_session.CustomKindOf(row.Text!));
                break;
            case FeedStep.Join:
                TakeJoin(row.Who, row.Other);
                break;
            case FeedStep.Product:
                _session.Product(_terms[row.Who], row.Other > 0 ? _terms[row.Other] : 0, row.Payload);
                break;
            case FeedStep.OrderOpened:
                TakeOpened(ref row);
                break;
            case FeedStep.OrderClosed:
                TakeOrder(ref row);
                break;
            case FeedStep.Refunded:
                TakeRefunded(ref row);
                break;
            case FeedStep.Record:
                _lines.Start();
                _lines.IsNew = _records.Add(row.Id, row.Text!);
                break;
            case FeedStep.Rejected:
                TakeRejected(ref row);
                break;
        }
    }

    private void TakeFact(ref FeedRow row)
    {
        if (row.StartsLine)
        {
            _lines.Start();
        }

        _people.Use(row.Who);
        _lines.Order = row.Order >= 0 ? row.Order : _lines.Order;
        FactKind kind = row.Fact.Kind;
        _refunds += kind == FactKind.Refund ? 1 : 0;
        _orders += kind == FactKind.Order ? 1 : 0;
        if (_session.Knows(row.Id))
        {
            return;
        }

        int who = _identities[row.Who];
        if (kind == FactKind.Order && _told.Opens(who, row.Link))
        {
            _lines.Statement = State(who, ref row, 0);
            return;
        }

        if (row.Link != 0)
        {
            if (_told.Rest(who, in row) is not { } rest)
            {
                return;
            }

            row.Fact = rest;
        }

        _lines.IsNew = true;
        if (kind == FactKind.Refund && row.Link != 0)
        {
            _statements.Returned(who, row.Link, row.Fact.Value);
        }

        if (row.AddsToOrder && _known[row.Order] && !_toldOrders.Contains(row.Order))
        {
            (long sum, UInt128 ids) = _added.GetValueOrDefault(row.Order);
            _added[row.Order] = (sum + row.Fact.Value, ids ^ row.Id);
        }

        Add(ref row, row.Fact);
    }

    private void TakeOpened(ref FeedRow row)
    {
        bool isKnown = _session.Knows(row.Id);
        bool isTold = _told.Opens(_identities[row.Who], row.Link, row.Order) && !isKnown;
        Put(ref _known, row.Order, isKnown || isTold);
        _lines.Opens(row.Order);
        if (isTold)
        {
            _toldOrders.Add(row.Order);
        }
    }

    /// <summary>Takes the total that the file states of a known order.</summary>
    /// <returns>The statement's number; -1 when it was taken before.</returns>
    private int State(int who, ref FeedRow row, long repeatedLine)
    {
        UInt128 id = _ids.Start('t').Add(row.Id).Add(row.Fact.Value).Take();
        return _session.Knows(id) ? -1 : _statements.Total(who, row.Link, row.Fact, id, repeatedLine);
    }

    private void TakeRefunded(ref FeedRow row)
    {
        if (row.StartsLine)
        {
            _lines.Start();
        }

        _people.Use(row.Who);
        _refunds++;
        if (!_session.Knows(row.Id))
        {
            _lines.Statement = _statements.Refunded(_identities[row.Who], row.Link, row.Fact, row.Id, row.IsTotal);
        }
    }

    private void TakeOrder(ref FeedRow row)
    {
        _lines.Finish();
        _people.Use(row.Who);
        _orders++;
        if (!_known[row.Order])
        {
            Add(ref row, row.Fact);
            return;
        }

        if (row.IsTotal)
        {
            State(_identities[row.Who], ref row, _lines.RepeatedLineOf(row.Order));
            return;
        }

        if (_added.TryGetValue(row.Order, out (long Sum, UInt128 Ids) added) && added.Sum != 0)
        {
            // An earlier file cut this order: what the new lines add to its total is a change of it.
            row.Id = _ids.Start('a').Add(row.Id).Add(added.Ids).Take();
            row.Text = null;
            row.Payload = null;
            _cutOrders++;
            Add(ref row, row.Fact with { Kind = FactKind.OrderAdjusted, Value = added.Sum });
        }
    }

    private void Add(ref FeedRow row, Fact fact)
    {
        if (fact.Kind >= FactKind.FirstCustom)
        {
            fact = fact with { Kind = _kinds[fact.Kind - FactKind.FirstCustom] };
        }

        if (row.ValueIsTerm)
        {
            fact = fact with { Value = _terms[(int)fact.Value] };
        }

        if (fact.Item > 0)
        {
            fact = fact with { Item = _terms[fact.Item] };
        }

        Domain.Histories.Extra extra = row.Other < 0 ? row.Extra : row.Extra with { Actor = _identities[row.Other] };
        _session.Add(new StoredFact(_identities[row.Who], fact, row.Link, row.Id, extra, row.Text, row.Payload));
        Facts++;
    }

    private void TakeJoin(int who, int other)
    {
        if (_session.Join(_identities[who], _identities[other]))
        {
            _people.Join(who, other);
        }
        else
        {
            JoinsRefused++;
        }
    }

    private void TakeRejected(ref FeedRow row)
    {
        _lines.Finish();
        _quarantined++;
        _session.Quarantine(row.Line, row.Text!, row.Payload!);
        Rejected?.Invoke(row.Line, row.Text!, row.Payload!);
        var rejection = (Rejection)row.Other;
        (long count, string example, long line) = _rejections.GetValueOrDefault(rejection, (0, row.Payload!, row.Line));
        _rejections[rejection] = (count + 1, example, line);
    }

    private static void Put<T>(ref T[] values, int at, T value)
    {
        if (at >= values.Length)
        {
            Array.Resize(ref values, Math.Max(at + 1, values.Length * 2));
        }

        values[at] = value;
    }
}

using System.Runtime.InteropServices;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;

namespace Parcours.Engine.Import.Feeding;

/// <summary>
/// The totals a file states of orders: what they are worth, how much was refunded of them up to now. They are compared with what the workspace
/// holds once, at the end of the file, and only the difference is stored.
/// </summary>
internal sealed class OrderStatements(IImportSession session)
{
    private readonly List<Statement> _statements = [];
    private readonly Dictionary<(int, int), long> _refunded = [];

    /// <summary>Known orders whose total was changed.</summary>
    public long OrdersAdjusted { get; private set; }

    /// <summary>Times less was refunded than is known.</summary>
    public long RefundedLess { get; private set; }

    /// <summary>Takes the worth of a known order.</summary>
    /// <param name="repeatedLine">A line of it that brought nothing of its own; 0 for none.</param>
    /// <returns>The statement's number.</returns>
    public int Total(int identity, int link, in Fact order, UInt128 id, long repeatedLine)
    {
        _statements.Add(new Statement((identity, link), order, id, false, repeatedLine));
        return _statements.Count - 1;
    }

    /// <summary>Takes how much was refunded of an order.</summary>
    /// <param name="said">Whether the file says the amount; else the order is refunded whole.</param>
    /// <returns>The statement's number.</returns>
    public int Refunded(int identity, int link, in Fact refund, UInt128 id, bool said)
    {
        _statements.Add(new Statement((identity, link), refund, id, said, 0));
        return _statements.Count - 1;
    }

    /// <summary>The line of a statement brought nothing else.</summary>
    public void RepeatedLine(int statement, long line) => _statements[statement] = _statements[statement] with { RepeatedLine = line };

    /// <summary>Takes note of a refund that the file stores by itself, as a line with a negative quantity.</summary>
    public void Returned(int identity, int link, long value) => CollectionsMarshal.GetValueRefOrAddDefault(_refunded, (identity, link), out _) += value;

    /// <summary>Stores what differs.</summary>
    /// <param name="facts">How many facts were stored.</param>
    /// <returns>How many of the repeated lines did bring something.</returns>
    public long Settle(out long facts)
    {
        facts = 0;
        if (_statements.Count == 0)
        {
            return 0;
        }

        IReadOnlyDictionary<(int Identity, int Link), KnownOrder> known = session.KnownOrders(_statements.Select(statement => statement.Order).ToHashSet());
        var lines = new HashSet<long>();
        foreach (Statement statement in _statements)
        {
            KnownOrder order = known.GetValueOrDefault(statement.Order);
            long difference = statement.Fact.Kind == FactKind.Refund ? RefundOf(statement, order) : ChangeOf(statement.Fact, order);
            if (difference != 0)
            {
                FactKind kind = statement.Fact.Kind == FactKind.Refund ? FactKind.Refund : FactKind.OrderAdjusted;
                Fact fact = statement.Fact with { Kind = kind, Value = difference };
                session.Add(new StoredFact(statement.Order.Identity, fact, statement.Order.Link, statement.Id, Extra.None));
                facts++;
                if (lines.Add(statement.RepeatedLine) && statement.RepeatedLine != 0)
                {
                    session.LineIsNew();
                }
            }
        }

        lines.Remove(0);
        return lines.Count;
    }

    private long ChangeOf(in Fact stated, KnownOrder known)
    {
        // Two shops may give one customer the same number: which of the orders is meant is then unknown. The first total is no news either:
        // it is an old file imported again.
        if (known.Orders != 1 || known.Currency != stated.Currency || stated.Value == known.First)
        {
            return 0;
        }

        long change = stated.Value - known.First - known.Adjusted;
        OrdersAdjusted += change == 0 ? 0 : 1;
        return change;
    }

    private long RefundOf(Statement statement, KnownOrder known)
    {
        ref long given = ref CollectionsMarshal.GetValueRefOrAddDefault(_refunded, statement.Order, out _);
        long more = statement.Fact.Value - given - (known.Orders > 1 ? 0 : known.Refunded);
        if (more <= 0)
        {
            RefundedLess += more < 0 && statement.IsSaid ? 1 : 0;
            return 0;
        }

        given += more;
        return more;
    }

    private readonly record struct Statement((int Identity, int Link) Order, Fact Fact, UInt128 Id, bool IsSaid, long RepeatedLine);
}

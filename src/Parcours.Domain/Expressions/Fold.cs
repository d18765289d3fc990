using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

/// <summary>
/// Walks one history after another in time order and keeps the aggregates of compiled expressions up to date.
/// Not shared between threads: each worker compiles its own.
/// </summary>
internal sealed class Fold
{
    private readonly List<Aggregate>?[] _building;
    private readonly List<Aggregate> _all = [];
    private Aggregate[]?[] _byKind = [];
    private Exclusions? _exclusions;

    public Fold(HistoryBase histories)
    {
        Histories = histories;
        Calendar = histories.Calendar;
        _building = new List<Aggregate>?[(int)FactKind.FirstCustom + histories.Vocabulary.CustomKinds.Count + 1];
    }

    public HistoryBase Histories { get; }

    public Calendar Calendar { get; }

    /// <summary>The subject being walked.</summary>
    public int Subject { get; private set; }

    /// <summary>The present instant: every fact at or before it has been applied.</summary>
    public long Now { get; private set; }

    /// <summary>The number of the present evaluation: what is read in it can change its answer.</summary>
    public long Evaluation { get; private set; }

    /// <summary>Until when the last answers hold if nothing happens; lowered by what is read.</summary>
    public long Until { get; private set; }

    public Fact[] Facts { get; private set; } = [];

    public Segment Segment { get; private set; } = null!;

    public int Start { get; private set; }

    public int Position { get; private set; }

    public int End { get; private set; }

    /// <summary>The instant of the next fact; <see cref="long.MaxValue"/> when there is none.</summary>
    public long NextAt => Position < End ? Facts[Position].At.Micros : long.MaxValue;

    public void Add(Aggregate aggregate, IEnumerable<FactKind> kinds)
    {
        _all.Add(aggregate);
        foreach (FactKind kind in kinds)
        {
            (_building[(int)kind] ??= []).Add(aggregate);
            if (kind is FactKind.Order or FactKind.OrderLine)
            {
                _exclusions ??= new Exclusions(this);
            }
        }

        _byKind = [];
    }

    /// <summary>Goes to the start of a history; nothing is applied yet.</summary>
    /// <returns>False when it has no fact.</returns>
    public bool Begin(int subject) => Begin(subject, Histories[subject]);

    public bool Begin(int subject, History history)
    {
        if (_byKind.Length == 0)
        {
            _byKind = [.. _building.Select(list => list?.ToArray())];
        }

        Subject = subject;
        Segment = history.Segment;
        Facts = Segment.Facts;
        Start = history.Start;
        Position = Start;
        End = history.End;
        _exclusions?.Reset();
        foreach (Aggregate aggregate in _all)
        {
            aggregate.Reset();
        }

        if (history.IsEmpty)
        {
            return false;
        }

        Now = Facts[Start].At.Micros;
        Until = long.MinValue;
        return true;
    }

    /// <summary>
    /// Moves on, instant by instant, to the first at which a fact matters or the last answers expire, at or before a limit.
    /// </summary>
    /// <returns>False when there is none: every fact up to the limit has been applied.</returns>
    public bool MoveToNextThatMatters(long limit)
    {
        Fact[] facts = Facts;
        while (Position < End)
        {
            long at = facts[Position].At.Micros;
            if (at > limit || at > Until)
            {
                break;
            }

            Now = at;
            bool matters = at == Until;
            do
            {
                matters |= Take(Position++);
            }
            while (Position < End && facts[Position].At.Micros == at);
            if (matters)
            {
                return true;
            }
        }

        if (Until > limit || Until == long.MaxValue)
        {
            return false;
        }

        Now = Until;
        return true;
    }

    /// <summary>Moves to an instant, applying the facts up to and at it.</summary>
    /// <returns>Whether any of them may change the answer of the last evaluation.</returns>
    public bool MoveTo(long now)
    {
        Now = now;
        bool matters = false;
        while (Position < End && Facts[Position].At.Micros <= now)
        {
            matters |= Take(Position++);
        }

        return matters;
    }

    /// <summary>Begins an evaluation at the present instant: its answer holds for ever until something read lowers that.</summary>
    public void BeginEvaluation()
    {
        Until = long.MaxValue;
        Evaluation++;
    }

    public void Lower(long until)
    {
        if (until < Until)
        {
            Until = until;
        }
    }

    private bool Take(int index)
    {
        if (_exclusions is not null && MayExclude(Facts[index].Kind) && Segment.Links[index] != 0 && _exclusions.Note(index))
        {
            // An order went out or came back in: what was folded so far is folded again without or with it.
            foreach (Aggregate aggregate in _all)
            {
                aggregate.Reset();
            }

            for (int i = Start; i <= index; i++)
            {
                Apply(i);
            }

            return true;
        }

        return Apply(index);
    }

    /// <summary>An order itself may, once something of its history is out: its refund can be dated before it.</summary>
    private bool MayExclude(FactKind kind) =>
        kind is FactKind.Refund or FactKind.Cancellation or FactKind.OrderAdjusted || (kind == FactKind.Order && _exclusions!.Any);

    private bool Apply(int index)
    {
        Aggregate[]? aggregates = (uint)Facts[index].Kind < (uint)_byKind.Length ? _byKind[(int)Facts[index].Kind] : null;
        if (aggregates is null)
        {
            return false;
        }

        if (_exclusions is { Any: true })
        {
            return ApplyWithExclusions(index, aggregates);
        }

        bool matters = false;
        foreach (Aggregate aggregate in aggregates)
        {
            matters |= aggregate.Apply(index) && aggregate.WasRead;
        }

        return matters;
    }

    private bool ApplyWithExclusions(int index, Aggregate[] aggregates)
    {
        Exclusion exclusion = _exclusions!.Of(index);
        bool matters = false;
        bool isPurchase = Facts[index].Kind is FactKind.Order or FactKind.OrderLine;
        foreach (Aggregate aggregate in aggregates)
        {
            if (exclusion == Exclusion.None || (aggregate.IsNetSpend ? exclusion == Exclusion.Refunded : !isPurchase))
            {
                matters |= aggregate.Apply(index) && aggregate.WasRead;
            }
        }

        return matters;
    }
}

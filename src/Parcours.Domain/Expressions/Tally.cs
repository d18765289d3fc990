namespace Parcours.Domain.Expressions;

/// <summary>Counts and sums the facts it takes, over all time, and remembers the first and the last.</summary>
internal class Tally : Aggregate
{
    private readonly Func<int, bool>? _where;
    private readonly byte _currency;
    private long _count;
    private long _sum;
    private long _firstAt;
    private long _lastAt;
    private int _lastIndex;

    public Tally(Fold fold, Func<int, bool>? where)
        : base(fold)
    {
        _where = where;
        _currency = fold.Histories.Currency;
    }

    public long Count
    {
        get
        {
            Read();
            return _count;
        }
    }

    /// <summary>The sum of the values in the workspace's currency or of no currency.</summary>
    public long Sum
    {
        get
        {
            Read();
            return _sum;
        }
    }

    /// <summary>The instant of the first; <see cref="long.MinValue"/> when there is none.</summary>
    public long FirstAt
    {
        get
        {
            Read();
            return _firstAt;
        }
    }

    /// <summary>The instant of the last; <see cref="long.MinValue"/> when there is none.</summary>
    public long LastAt
    {
        get
        {
            Read();
            return _lastAt;
        }
    }

    /// <summary>The place of the last; -1 when there is none.</summary>
    public int LastIndex
    {
        get
        {
            Read();
            return _lastIndex;
        }
    }

    /// <summary>The count, looked at without noting that it was: for an answer that no further fact can change.</summary>
    public long SettledCount => _count;

    /// <summary>The instant of the last, likewise.</summary>
    public long SettledLastAt => _lastAt;

    /// <summary>Notes that the present evaluation rests on it: a further fact may change its answer.</summary>
    public void NoteRead() => Read();

    public sealed override void Reset()
    {
        _count = 0;
        _sum = 0;
        _firstAt = long.MinValue;
        _lastAt = long.MinValue;
        _lastIndex = -1;
    }

    public sealed override bool Apply(int index)
    {
        if (_where is not null && !_where(index))
        {
            return false;
        }

        ref readonly Facts.Fact fact = ref Fold.Facts[index];
        _lastAt = fact.At.Micros;
        if (_count++ == 0)
        {
            _firstAt = _lastAt;
        }

        _lastIndex = index;
        if (fact.Currency == 0 || fact.Currency == _currency)
        {
            _sum += Signed(fact);
        }

        return true;
    }

    protected virtual long Signed(in Facts.Fact fact) => fact.Value;
}

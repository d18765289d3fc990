namespace Parcours.Domain.Expressions;

/// <summary>Counts and sums the facts it takes, over all time, and remembers the first and the last.</summary>
internal class Tally : Aggregate
{
    private readonly Fold _fold;
    private readonly Func<int, bool>? _where;
    private readonly byte _currency;

    public Tally(Fold fold, Func<int, bool>? where)
    {
        _fold = fold;
        _where = where;
        _currency = fold.Histories.Currency;
    }

    public long Count { get; private set; }

    /// <summary>The sum of the values in the workspace's currency or of no currency.</summary>
    public long Sum { get; protected set; }

    /// <summary>The instant of the first; <see cref="long.MinValue"/> when there is none.</summary>
    public long FirstAt { get; private set; }

    /// <summary>The instant of the last; <see cref="long.MinValue"/> when there is none.</summary>
    public long LastAt { get; private set; }

    /// <summary>The place of the last; -1 when there is none.</summary>
    public int LastIndex { get; private set; }

    public sealed override void Reset()
    {
        Count = 0;
        Sum = 0;
        FirstAt = long.MinValue;
        LastAt = long.MinValue;
        LastIndex = -1;
    }

    public override void Apply(int index)
    {
        if (_where is not null && !_where(index))
        {
            return;
        }

        ref readonly Facts.Fact fact = ref _fold.Facts[index];
        LastAt = fact.At.Micros;
        if (Count++ == 0)
        {
            FirstAt = LastAt;
        }

        LastIndex = index;
        if (fact.Currency == 0 || fact.Currency == _currency)
        {
            Sum += Signed(fact);
        }
    }

    protected virtual long Signed(in Facts.Fact fact) => fact.Value;
}

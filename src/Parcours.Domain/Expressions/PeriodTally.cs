using Parcours.Domain.Facts;
using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

/// <summary>The facts of one calendar period, the present one or some periods back: for <c>in period(unit, n)</c>.</summary>
internal sealed class PeriodTally(Fold fold, Func<int, bool>? where, CalendarUnit unit, int shift, bool signed) : Aggregate(fold)
{
    private readonly List<(int Place, int Unit)> _facts = [];

    public override bool IsNetSpend => signed;

    public override void Reset() => _facts.Clear();

    public override bool Apply(int index)
    {
        if (where is not null && !where(index))
        {
            return false;
        }

        _facts.Add((index, Fold.Calendar.UnitOf(Fold.Facts[index].At, unit)));
        return true;
    }

    /// <summary>The places of the facts in the period. The answer holds until the next boundary, or for ever once nothing can be in it.</summary>
    public List<int> Places()
    {
        Read();
        int present = Fold.Calendar.UnitOf(new Instant(Fold.Now), unit);
        int wanted = present + shift;
        var found = new List<int>();
        for (int i = _facts.Count - 1; i >= 0 && _facts[i].Unit >= wanted; i--)
        {
            if (_facts[i].Unit == wanted)
            {
                found.Add(_facts[i].Place);
            }
        }

        // What lies in the period now leaves it at the next boundary; what lies after it comes in at some later one.
        if (_facts.Count > 0 && _facts[^1].Unit >= wanted)
        {
            Fold.Lower(Fold.Calendar.StartOf(present + 1, unit).Micros);
        }

        found.Reverse();
        return found;
    }

    public double Sum()
    {
        byte currency = Fold.Histories.Currency;
        return Places().Select(place => Fold.Facts[place]).Where(fact => fact.Currency == 0 || fact.Currency == currency)
            .Sum(fact => signed && fact.Kind == FactKind.Refund ? -fact.Value : fact.Value);
    }
}

using Parcours.Domain.Facts;
using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

/// <summary>
/// The facts it takes, and which of them lie in a window that ends now: a fact is in from its instant until a period later, that end left out.
/// With no window, all of them. Lists rather than sums, so that any function can be read from it.
/// </summary>
internal sealed class WindowTally(Fold fold, Func<int, bool>? where, Func<Period>? within, bool signed) : Aggregate(fold)
{
    private readonly List<int> _places = [];
    private readonly List<int> _inside = [];
    private int _head;
    private Period _last;

    public override bool TakesRefunded => signed;

    public override void Reset()
    {
        _places.Clear();
        _head = 0;
    }

    public override bool Apply(int index)
    {
        if (where is not null && !where(index))
        {
            return false;
        }

        _places.Add(index);
        return true;
    }

    /// <summary>The places of the facts in the window, oldest first. Lowers the fold's validity to the instant the next one leaves.</summary>
    public ReadOnlySpan<int> Places()
    {
        Read();
        ReadOnlySpan<int> places = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_places);
        if (within is null)
        {
            return places;
        }

        Period period = within();
        if (period.Months != 0)
        {
            return ReadMonths(places, period);
        }

        // A threshold that changed since may let an older fact back in: look again from the start.
        int head = period == _last ? _head : 0;
        _last = period;
        while (head < places.Length)
        {
            long leaves = Fold.Calendar.Add(Fold.Facts[places[head]].At, period).Micros;
            if (leaves > Fold.Now)
            {
                Fold.Lower(leaves);
                break;
            }

            head++;
        }

        _head = head;
        return places[head..];
    }

    public double Sum()
    {
        byte currency = Fold.Histories.Currency;
        long sum = 0;
        foreach (int place in Places())
        {
            ref readonly Fact fact = ref Fold.Facts[place];
            if (fact.Currency == 0 || fact.Currency == currency)
            {
                sum += signed && fact.Kind == FactKind.Refund ? -fact.Value : fact.Value;
            }
        }

        return sum;
    }

    /// <summary>Months clamp to their last day, so a later fact may leave before an earlier one: each is asked.</summary>
    private ReadOnlySpan<int> ReadMonths(ReadOnlySpan<int> places, Period period)
    {
        _inside.Clear();
        foreach (int place in places)
        {
            long leaves = Fold.Calendar.Add(Fold.Facts[place].At, period).Micros;
            if (leaves > Fold.Now)
            {
                Fold.Lower(leaves);
                _inside.Add(place);
            }
        }

        return System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_inside);
    }
}

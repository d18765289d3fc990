using System.Runtime.InteropServices;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

/// <summary>
/// The facts it takes, and which of them lie in a window: in <c>within P</c> a fact is in from its instant until a period later, that end
/// left out; <c>before P</c> is the rest; <c>since KIND</c> holds those of a later instant than the last fact of a kind, all when there is none.
/// With no window, all of them. Lists rather than sums, so that any function can be read from it.
/// </summary>
internal sealed class WindowTally(Fold fold, Func<int, bool>? where, Func<Period>? length, bool before, Tally? mark, bool signed) : Aggregate(fold)
{
    /// <summary>
    /// How much earlier a fact must be to be sure to leave no later than another: months are clamped to their last day and clocks are
    /// set back, so facts closer than this may leave in the other order.
    /// </summary>
    private const long Disorder = 5 * Instant.MicrosPerDay;

    private readonly List<int> _places = [];
    private readonly List<int> _chosen = [];
    private int _head;
    private Period _last;

    public override bool IsNetSpend => signed;

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
        ReadOnlySpan<int> places = CollectionsMarshal.AsSpan(_places);
        if (length is not null)
        {
            return OfLength(places, length());
        }

        return mark is null ? places : places[FirstAfter(places, mark.LastAt)..];
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

    private ReadOnlySpan<int> OfLength(ReadOnlySpan<int> places, Period period)
    {
        // A threshold that changed since may let an older fact back in: look again from the start.
        int head = period == _last ? _head : 0;
        _last = period;
        while (head < places.Length && HasLeft(places[head], period))
        {
            head++;
        }

        _head = head;
        bool mixed = false;
        int near = head + 1;
        while (near < places.Length && Fold.Facts[places[near]].At.Micros < Fold.Facts[places[head]].At.Micros + Disorder)
        {
            mixed |= HasLeft(places[near++], period);
        }

        return mixed ? Chosen(places, period, near) : before ? places[..head] : places[head..];
    }

    private ReadOnlySpan<int> Chosen(ReadOnlySpan<int> places, Period period, int near)
    {
        _chosen.Clear();
        for (int i = 0; i < places.Length; i++)
        {
            bool left = i < _head || (i < near && HasLeft(places[i], period));
            if (left == before)
            {
                _chosen.Add(places[i]);
            }
        }

        return CollectionsMarshal.AsSpan(_chosen);
    }

    private bool HasLeft(int place, Period period)
    {
        long leaves = Fold.Calendar.Add(Fold.Facts[place].At, period).Micros;
        if (leaves <= Fold.Now)
        {
            return true;
        }

        Fold.Lower(leaves);
        return false;
    }

    private int FirstAfter(ReadOnlySpan<int> places, long at)
    {
        int first = places.Length;
        while (first > 0 && Fold.Facts[places[first - 1]].At.Micros > at)
        {
            first--;
        }

        return first;
    }
}

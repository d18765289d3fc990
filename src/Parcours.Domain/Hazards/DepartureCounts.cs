using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Hazards;

/// <summary>One way of leaving over a base cut at a date: who could leave and who did, by time since each milestone and by day of the calendar.</summary>
public sealed class DepartureCounts
{
    private readonly long[] _left;
    private readonly long[] _from;
    private readonly long[] _orders;
    private readonly MilestoneCounts[] _milestones;

    internal DepartureCounts(Departure departure, int silenceDays, int firstDay, int lastDay)
    {
        Departure = departure;
        SilenceDays = silenceDays;
        FirstDay = firstDay;
        HorizonDay = lastDay - silenceDays;
        LastDay = lastDay;
        int days = Math.Max(0, lastDay - firstDay + 1);
        _left = new long[days];
        _from = new long[days + 1];
        _orders = new long[days];
        _milestones = [.. Enum.GetValues<Milestone>().Select(milestone => new MilestoneCounts(milestone, silenceDays))];
    }

    /// <summary>The way of leaving.</summary>
    public Departure Departure { get; }

    /// <summary>The silence that makes a leaving, in days; 0 when leaving has a fact of its own.</summary>
    public int SilenceDays { get; }

    /// <summary>The local day of the base's first fact.</summary>
    public int FirstDay { get; }

    /// <summary>The local day of the cut.</summary>
    public int LastDay { get; }

    /// <summary>The last day whose leavings are all known: the cut less the silence.</summary>
    public int HorizonDay { get; }

    /// <summary>How many stretches of days customers could leave in.</summary>
    public long Spells { get; private set; }

    /// <summary>How many of them ended by leaving.</summary>
    public long Left { get; private set; }

    /// <summary>What happened after each milestone, in the order of <see cref="Milestone"/>.</summary>
    public ImmutableArray<MilestoneCounts> Milestones => [.. _milestones];

    /// <summary>Leavings by local day from <see cref="FirstDay"/>.</summary>
    public ReadOnlySpan<long> LeftByDay => _left;

    /// <summary>Purchase days of customers by local day from <see cref="FirstDay"/>: a customer counts once a day.</summary>
    public ReadOnlySpan<long> OrdersByDay => _orders;

    /// <summary>Customers who could leave, by local day from <see cref="FirstDay"/>; 0 after <see cref="HorizonDay"/>.</summary>
    public long[] AtRiskByDay()
    {
        long[] atRisk = new long[_left.Length];
        long now = 0;
        for (int i = 0; i < atRisk.Length; i++)
        {
            atRisk[i] = now += _from[i];
        }

        return atRisk;
    }

    /// <summary>Counts over a base.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="cut">Later facts are not known.</param>
    /// <param name="departure">The way of leaving.</param>
    /// <param name="silenceDays">For <see cref="Departure.StoppedBuying"/>, the silence that makes a leaving, 1 day or more; else ignored.</param>
    public static DepartureCounts Of(HistoryBase histories, Instant cut, Departure departure, int silenceDays)
    {
        int silence = departure == Departure.StoppedBuying ? silenceDays : 0;
        ArgumentOutOfRangeException.ThrowIfLessThan(silence, departure == Departure.StoppedBuying ? 1 : 0, nameof(silenceDays));
        FactSpan span = FactSpan.Of(histories);
        if (span.IsEmpty || cut < span.First)
        {
            return new DepartureCounts(departure, silence, 0, -1);
        }

        int first = histories.Calendar.DayOf(span.First);
        int last = histories.Calendar.DayOf(cut);
        if (last - first > LongestDays)
        {
            first = last - LongestDays;
        }

        var days = new LocalDays(histories.Calendar, span.First, cut < span.Last ? cut : span.Last);
        return SubjectRanges.FoldExact(
            histories.SubjectCount,
            () => new DepartureCounts(departure, silence, first, last),
            (own, from, to) =>
            {
                var reader = new SpellReader(days, histories.Vocabulary, departure, silence, last);
                for (int subject = from; subject < to; subject++)
                {
                    reader.Read(histories[subject].Until(cut));
                    own.Add(reader);
                }
            },
            (into, other) => into.Add(other));
    }

    private const int LongestDays = 20_000; // what lies further back counts in no calendar, and no milestone is followed as long

    private void Add(SpellReader reader)
    {
        foreach (int day in reader.Orders)
        {
            if (day >= FirstDay)
            {
                _orders[day - FirstDay]++;
            }
        }

        foreach (Spell spell in reader.Spells)
        {
            Spells++;
            Left += spell.Left ? 1 : 0;
            if (spell.To >= FirstDay)
            {
                _from[Math.Max(spell.From, FirstDay) - FirstDay]++;
                _from[spell.To - FirstDay + 1]--;
                _left[spell.To - FirstDay] += spell.Left ? 1 : 0;
            }
        }

        foreach (MilestoneCounts counts in _milestones)
        {
            new MilestoneFold(counts, reader, this).Run();
        }
    }

    private void Add(DepartureCounts other)
    {
        Spells += other.Spells;
        Left += other.Left;
        SubjectRanges.Add(_left, other._left);
        SubjectRanges.Add(_from, other._from);
        SubjectRanges.Add(_orders, other._orders);
        foreach ((MilestoneCounts into, MilestoneCounts from) in _milestones.Zip(other._milestones))
        {
            into.Add(from);
        }
    }
}

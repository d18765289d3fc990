namespace Parcours.Domain.Hazards;

/// <summary>Adds one customer to the counts of a milestone.</summary>
internal readonly ref struct MilestoneFold
{
    private readonly MilestoneCounts _counts;
    private readonly DepartureCounts _departure;
    private readonly ReadOnlySpan<int> _orders;
    private readonly ReadOnlySpan<int> _milestones;
    private readonly ReadOnlySpan<Spell> _spells;

    public MilestoneFold(MilestoneCounts counts, SpellReader reader, DepartureCounts departure)
    {
        _counts = counts;
        _departure = departure;
        _orders = reader.Orders;
        _milestones = reader.DaysOf(counts.Milestone);
        _spells = reader.Spells;
    }

    public void Run()
    {
        for (int i = 0; i < _milestones.Length; i++)
        {
            int next = i + 1 < _milestones.Length ? _milestones[i + 1] : int.MaxValue;
            Follow(_milestones[i], next, i > 0 && IsRepeat(_milestones[i - 1], _milestones[i]));
        }

        if (_counts.Interrupts)
        {
            AddUsual();
            AddWaits();
        }
    }

    private void Follow(int day, int next, bool repeat)
    {
        bool bySilence = _departure.SilenceDays > 0;
        foreach (Spell spell in _spells)
        {
            bool gone = bySilence ? IsSilent(day) : day > spell.To;
            if (day < spell.From || gone)
            {
                // A contract or a consent that begins after the milestone is at risk from then on.
                if (bySilence || gone || spell.From >= next)
                {
                    continue;
                }
            }
            else if (spell.Left || day <= spell.To)
            {
                bool atOnce = spell.Left && spell.To <= day;
                if (!repeat)
                {
                    _counts.AddMilestone(atOnce);
                    AddMark(day);
                }

                if (atOnce)
                {
                    continue;
                }
            }

            int first = Math.Max(1, spell.From + 1 - day);
            int last = Math.Min(spell.To, next - 1) - day;
            _counts.AddRisk(first, last);
            if (_counts.Interrupts)
            {
                for (int after = first; after <= Math.Min(last, MilestoneCounts.WeeksAfter * 7); after++)
                {
                    _counts.AddRiskByAge((after - 1) / 7, day + after - spell.From);
                }
            }

            if (spell.Left && spell.To - day >= first && spell.To - day <= last)
            {
                _counts.AddLeft(spell.To - day);
            }
        }
    }

    /// <summary>Whether the last order was so long before that the customer counted as inactive.</summary>
    private bool IsSilent(int day) => LastAtOrBefore(_orders, day) is >= 0 and int rank && day - _orders[rank] >= _departure.SilenceDays;

    /// <summary>Whether no order lies between two milestones: the second then says nothing new of who never orders again.</summary>
    private bool IsRepeat(int before, int day) =>
        _departure.SilenceDays > 0 && _counts.Interrupts && LastAtOrBefore(_orders, before) == LastAtOrBefore(_orders, day);

    /// <summary>How long the customer had waited since the last order when the milestone came.</summary>
    private void AddMark(int day)
    {
        if (_counts.Interrupts && _departure.SilenceDays > 0 && LastAtOrBefore(_orders, day) is >= 0 and int rank)
        {
            _counts.AddMark(rank, day - _orders[rank]);
        }
    }

    /// <summary>How long each order was followed by neither another nor such a milestone, and whether it was the last.</summary>
    private void AddWaits()
    {
        for (int i = 0; i < _orders.Length && _departure.SilenceDays > 0 && _orders[i] <= _departure.HorizonDay; i++)
        {
            int gap = i + 1 < _orders.Length ? Math.Min(_orders[i + 1] - _orders[i], _departure.SilenceDays) : _departure.SilenceDays;
            int milestone = LastAtOrBefore(_milestones, _orders[i] - 1) + 1;
            int wait = milestone < _milestones.Length ? Math.Min(gap, _milestones[milestone] - _orders[i]) : gap;
            _counts.AddWait(i, wait, i + 1 == _orders.Length);
        }
    }

    /// <summary>The days at risk on which no such milestone was met in the last 26 weeks, by age.</summary>
    private void AddUsual()
    {
        const int reach = MilestoneCounts.WeeksAfter * 7;
        foreach (Spell spell in _spells)
        {
            int day = spell.From + 1;
            foreach (int milestone in _milestones)
            {
                if (milestone + reach >= day)
                {
                    AddUsual(spell, day, Math.Min(spell.To, milestone - 1));
                    day = milestone + reach + 1;
                }
            }

            AddUsual(spell, day, spell.To);
        }
    }

    private void AddUsual(Spell spell, int first, int last)
    {
        if (first > last)
        {
            return;
        }

        _counts.AddUsual(first - spell.From, last - spell.From);
        if (spell.Left && last == spell.To)
        {
            _counts.AddUsualLeft(last - spell.From);
        }
    }

    private static int LastAtOrBefore(ReadOnlySpan<int> days, int day)
    {
        int found = days.BinarySearch(day);
        return found >= 0 ? found : ~found - 1;
    }
}

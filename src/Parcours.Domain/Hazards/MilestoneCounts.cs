namespace Parcours.Domain.Hazards;

/// <summary>
/// Who left how long after a milestone: customers at risk and leavings by local day since, the milestone's own day being day 0. The clock starts anew at the next milestone of the same kind.
/// Whole numbers only, so that partial counts add up in any order.
/// </summary>
public sealed class MilestoneCounts
{
    /// <summary>How many days after the milestone are followed: 104 weeks.</summary>
    public const int Days = 728;

    /// <summary>How many weeks a return or a complaint is followed, and how long it must be ago for a customer to count as usual again.</summary>
    public const int WeeksAfter = 26;

    internal const int TenureWeeks = 105;
    internal const int Ranks = 4;

    private readonly long[] _left = new long[Days + 1];
    private readonly long[] _from = new long[Days + 2]; // differences: how many more or fewer are at risk than the day before
    private readonly long[] _byTenure;
    private readonly long[] _usualLeft;
    private readonly long[] _usualDays;
    private readonly long[] _waits;     // orders by rank and days until the next order, the milestone or the silence
    private readonly long[] _waitsLeft; // those of them that were the last
    private readonly long[] _marks;     // milestones by rank of the order before and days since
    private readonly int _silence;

    internal MilestoneCounts(Milestone milestone, int silence)
    {
        Milestone = milestone;
        _silence = silence;
        _byTenure = new long[Interrupts ? WeeksAfter * TenureWeeks : 0];
        _usualLeft = new long[Interrupts ? TenureWeeks : 0];
        _usualDays = new long[_usualLeft.Length];
        _waits = new long[Interrupts && silence > 0 ? Ranks * (silence + 1) : 0];
        _waitsLeft = new long[_waits.Length];
        _marks = new long[_waits.Length];
    }

    /// <summary>What time is counted from.</summary>
    public Milestone Milestone { get; }

    /// <summary>Whether it interrupts the life of customers who can be compared with others at the same age, as a return or a complaint does.</summary>
    public bool Interrupts => Milestone is Milestone.Return or Milestone.Complaint;

    /// <summary>Milestones of customers who could leave, and whose next days are known.</summary>
    public long Count { get; private set; }

    /// <summary>Those after which the customer left at once: on the day itself, or by never ordering again.</summary>
    public long LeftAtOnce { get; private set; }

    /// <summary>Leavings 1 to <see cref="Days"/> days after.</summary>
    public long LeftLater => _left.AsSpan(1).ToArray().Sum();

    /// <summary>How many left so many days after.</summary>
    /// <param name="day">1 to <see cref="Days"/>.</param>
    public long LeftOn(int day) => _left[day];

    /// <summary>How many were at risk on each day after, by day from 0 (which is always 0).</summary>
    public long[] AtRisk()
    {
        long[] atRisk = new long[Days + 1];
        for (int day = 1; day <= Days; day++)
        {
            atRisk[day] = atRisk[day - 1] + _from[day];
        }

        return atRisk;
    }

    /// <summary>
    /// How many customers of the same age, who met no such milestone in the last 26 weeks, would have left in each week after it, were they as many as those who did; empty for a
    /// milestone that all meet. Age is in weeks since the spell began.
    /// </summary>
    public double[] UsualByWeek()
    {
        if (!Interrupts)
        {
            return [];
        }

        double[] usual = new double[WeeksAfter];
        for (int week = 0; week < WeeksAfter; week++)
        {
            for (int tenure = 0; tenure < TenureWeeks; tenure++)
            {
                usual[week] += _byTenure[(week * TenureWeeks) + tenure] * HazardAt(tenure);
            }
        }

        return usual;
    }

    /// <summary>Leavings of those who met no such milestone lately: what the usual hazard rests on.</summary>
    public long UsualLeft => _usualLeft.Sum();

    /// <summary>
    /// How many would have left at once if the milestone told nothing: for each, the share of orders of the same rank (first, second, third, later), as long without another order and without
    /// such a milestone, that were the last. Null where leaving is not dated by silence, or nothing compares.
    /// </summary>
    public double? UsualAtOnce()
    {
        double usual = 0;
        for (int rank = 0; rank < Ranks && _waits.Length > 0; rank++)
        {
            ReadOnlySpan<long> marks = _marks.AsSpan(rank * (_silence + 1), _silence + 1);
            long silent = 0;
            long left = 0;
            for (int wait = _silence; wait >= 0; wait--)
            {
                if (marks[wait] > 0)
                {
                    if (silent == 0)
                    {
                        return null;
                    }

                    usual += marks[wait] * (double)left / silent;
                }

                silent += _waits[(rank * (_silence + 1)) + wait];
                left += _waitsLeft[(rank * (_silence + 1)) + wait];
            }
        }

        return usual > 0 ? usual : null;
    }

    internal void AddRisk(int first, int last)
    {
        if (first <= Math.Min(last, Days))
        {
            _from[first]++;
            _from[Math.Min(last, Days) + 1]--;
        }
    }

    internal void AddLeft(int day)
    {
        if (day <= Days)
        {
            _left[day]++;
        }
    }

    internal void AddRiskByAge(int week, int tenureDays) => _byTenure[(week * TenureWeeks) + Math.Min(tenureDays / 7, TenureWeeks - 1)]++;

    /// <summary>Adds the days at risk of an age in days, from the first to the last.</summary>
    internal void AddUsual(int first, int last)
    {
        for (int day = first; day <= last;)
        {
            int week = Math.Min(day / 7, TenureWeeks - 1);
            int end = week == TenureWeeks - 1 ? last : Math.Min(last, (week * 7) + 6);
            _usualDays[week] += end - day + 1;
            day = end + 1;
        }
    }

    internal void AddUsualLeft(int day) => _usualLeft[Math.Min(day / 7, TenureWeeks - 1)]++;

    internal void AddMilestone(bool leftAtOnce)
    {
        Count++;
        LeftAtOnce += leftAtOnce ? 1 : 0;
    }

    internal void AddMark(int rank, int days) => _marks[(Math.Min(rank, Ranks - 1) * (_silence + 1)) + days]++;

    internal void AddWait(int rank, int days, bool left)
    {
        int place = (Math.Min(rank, Ranks - 1) * (_silence + 1)) + days;
        _waits[place]++;
        _waitsLeft[place] += left ? 1 : 0;
    }

    internal void Add(MilestoneCounts other)
    {
        Count += other.Count;
        LeftAtOnce += other.LeftAtOnce;
        foreach ((long[] into, long[] from) in new[]
        {
            (_left, other._left), (_from, other._from), (_byTenure, other._byTenure), (_usualLeft, other._usualLeft),
            (_usualDays, other._usualDays), (_waits, other._waits), (_waitsLeft, other._waitsLeft), (_marks, other._marks),
        })
        {
            Histories.SubjectRanges.Add(into, from);
        }
    }

    private double HazardAt(int tenure)
    {
        // Ages seen too little borrow from their neighbours.
        const int enough = 700;
        long days = 0;
        long left = 0;
        for (int reach = 0; reach < TenureWeeks && days < enough; reach++)
        {
            days = 0;
            left = 0;
            for (int week = Math.Max(0, tenure - reach); week <= Math.Min(TenureWeeks - 1, tenure + reach); week++)
            {
                days += _usualDays[week];
                left += _usualLeft[week];
            }
        }

        return days == 0 ? 0 : (double)left / days;
    }
}

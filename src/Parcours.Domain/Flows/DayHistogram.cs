namespace Parcours.Domain.Flows;

/// <summary>Counts by whole days, from day 0; as long as the longest day seen.</summary>
internal sealed class DayHistogram
{
    private long[] _counts = new long[64];

    /// <summary>One more than the longest day seen.</summary>
    public int Length { get; private set; }

    /// <summary>How many were counted.</summary>
    public long Total { get; private set; }

    /// <summary>The sum of the days counted.</summary>
    public long Days { get; private set; }

    /// <summary>The count of a day; 0 beyond the longest.</summary>
    public long this[int day] => day < Length ? _counts[day] : 0;

    /// <summary>Counts a stay of so many days.</summary>
    public void Add(int day, long count = 1)
    {
        if (day >= _counts.Length)
        {
            Array.Resize(ref _counts, Math.Max(day + 1, _counts.Length * 2));
        }

        _counts[day] += count;
        Length = Math.Max(Length, day + 1);
        Total += count;
        Days += count * day;
    }

    /// <summary>Adds the counts of another.</summary>
    public void Add(DayHistogram other)
    {
        for (int day = 0; day < other.Length; day++)
        {
            if (other._counts[day] != 0)
            {
                Add(day, other._counts[day]);
            }
        }
    }
}

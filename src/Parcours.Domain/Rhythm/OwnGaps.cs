namespace Parcours.Domain.Rhythm;

/// <summary>The gaps of one customer, in whole days between distinct purchase days, kept sorted as they come.</summary>
internal sealed class OwnGaps
{
    private const int FewGaps = 64;

    private int[] _gaps = new int[32];

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>All of them, ascending.</summary>
    public ReadOnlySpan<int> Sorted => _gaps.AsSpan(0, Count);

    /// <summary>Twice the median, so that it is a whole number; -1 when there is no gap.</summary>
    public int TwiceMedian => Count == 0 ? -1 : _gaps[(Count - 1) >> 1] + _gaps[Count >> 1];

    /// <summary>Forgets all.</summary>
    public void Clear() => Count = 0;

    /// <summary>Adds a gap.</summary>
    public void Add(int gap)
    {
        if (Count == _gaps.Length)
        {
            Array.Resize(ref _gaps, Count * 2);
        }

        if (Count <= FewGaps)
        {
            Sift(gap);
        }
        else
        {
            int place = _gaps.AsSpan(0, Count).BinarySearch(gap);
            place = place < 0 ? ~place : place;
            Array.Copy(_gaps, place, _gaps, place + 1, Count - place);
            _gaps[place] = gap;
        }

        Count++;
    }

    // Each place keeps the smaller one and hands the larger on: no branch to guess, which is what a short insertion costs.
    private void Sift(int gap)
    {
        Span<int> gaps = _gaps.AsSpan(0, Count + 1);
        int last = gaps.Length - 1;
        for (int i = 0; i < last; i++)
        {
            int here = gaps[i];
            gaps[i] = Math.Min(here, gap);
            gap = Math.Max(here, gap);
        }

        gaps[last] = gap;
    }

    /// <summary>Forgets all and takes the gaps between days.</summary>
    /// <param name="days">Distinct days, ascending.</param>
    public void ReadFrom(ReadOnlySpan<int> days)
    {
        Count = 0;
        for (int i = 1; i < days.Length; i++)
        {
            Add(days[i] - days[i - 1]);
        }
    }
}

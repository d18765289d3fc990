using Parcours.Domain.Histories;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>The places of facts by subject: a counting sort of what was read in the order of numbers.</summary>
internal sealed class FactPlaces
{
    private readonly FactColumns[] _ranges;
    private readonly int[] _starts;
    private readonly int[] _places;

    private FactPlaces(FactColumns[] ranges, int[] starts, int[] places)
    {
        _ranges = ranges;
        _starts = starts;
        _places = places;
    }

    /// <summary>Sorts the places of facts.</summary>
    /// <param name="ranges">What was read; every range but the last spans <see cref="FactReader.RangeSize"/> numbers.</param>
    /// <param name="subjectCount">How many subjects there are.</param>
    internal static FactPlaces Of(FactColumns[] ranges, int subjectCount)
    {
        int[] starts = new int[subjectCount + 1];
        foreach (FactColumns range in ranges)
        {
            foreach (int subject in range.Subjects.AsSpan(0, range.Count))
            {
                starts[subject + 1]++;
            }
        }

        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        int[] places = GC.AllocateUninitializedArray<int>(starts[^1]);
        int[] next = [.. starts];
        for (int r = 0; r < ranges.Length; r++)
        {
            ReadOnlySpan<int> subjects = ranges[r].Subjects.AsSpan(0, ranges[r].Count);
            for (int i = 0; i < subjects.Length; i++)
            {
                places[next[subjects[i]]++] = (r << FactReader.RangeBits) | i;
            }
        }

        return new FactPlaces(ranges, starts, places);
    }

    /// <summary>How many facts a run of subjects has.</summary>
    internal int CountOf(int first, int last) => _starts[last] - _starts[first];

    /// <summary>Adds the facts of a subject to a list, in order of their numbers.</summary>
    internal void CopyTo(int subject, List<FactRow> rows)
    {
        foreach (int place in _places.AsSpan(_starts[subject].._starts[subject + 1]))
        {
            rows.Add(_ranges[place >> FactReader.RangeBits].RowAt(place & (FactReader.RangeSize - 1)));
        }
    }
}

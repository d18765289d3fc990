using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Rhythm;

/// <summary>How often the customers of a base bought, as known at one date: the whole distribution, exactly.</summary>
public sealed class RhythmCounts
{
    private readonly int[] _customers; // by twice the median gap, in days
    private readonly int[] _gaps;      // by days

    private RhythmCounts(int[] customers, int[] gaps)
    {
        _customers = customers;
        _gaps = gaps;
        Customers = customers.Sum(count => (long)count);
        Gaps = gaps.Sum(count => (long)count);
    }

    /// <summary>Customers with at least one gap.</summary>
    public long Customers { get; }

    /// <summary>All gaps of all customers.</summary>
    public long Gaps { get; }

    /// <summary>How many customers have each median gap: the index is twice the days, because a median may fall between two.</summary>
    public ReadOnlySpan<int> CustomersByHalfDays => _customers;

    /// <summary>How many gaps there are of each length, by days.</summary>
    public ReadOnlySpan<int> GapsByDays => _gaps;

    /// <summary>Reads the base as it was at a date.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="cut">The date: later facts are not known.</param>
    /// <param name="category">A category's term: gaps between orders with a line of that category; 0 for all orders.</param>
    public static RhythmCounts At(HistoryBase histories, Instant cut, int category = 0)
    {
        FactSpan span = FactSpan.Of(histories);
        if (span.IsEmpty || cut < span.First)
        {
            return new RhythmCounts([0], [0]);
        }

        var days = new LocalDays(histories.Calendar, span.First, cut < span.Last ? cut : span.Last);
        Scan sum = SubjectRanges.FoldExact(histories.SubjectCount, () => new Scan(days, histories.Vocabulary, category), (own, from, to) =>
        {
            for (int subject = from; subject < to; subject++)
            {
                own.Read(histories[subject].Until(cut));
            }
        }, (into, own) => into.Add(own));
        return new RhythmCounts(sum.Customers, sum.Gaps);
    }

    /// <summary>A quantile of the customers' median gaps, with its interval, and of all gaps: interpolated linearly (type 7).</summary>
    /// <param name="share">0 to 1; one half is the median.</param>
    public RhythmFigures Figures(double share)
    {
        (double low, double high) = Intervals.Ranks(Customers, share) is var (first, last)
            ? (GapCounts.ValueAt(_customers, first) / 2.0, GapCounts.ValueAt(_customers, last) / 2.0)
            : (double.NaN, double.NaN);
        return new RhythmFigures(
            Customers, GapCounts.Quantile(_customers, Customers, share) / 2, low, high, Gaps, GapCounts.Quantile(_gaps, Gaps, share));
    }

    private sealed class Scan(LocalDays days, Vocabulary vocabulary, int category)
    {
        private readonly PurchaseDays _reader = new(days, vocabulary, category);
        private readonly OwnGaps _own = new();

        public int[] Customers { get; } = new int[(days.Count + 1) * 2];

        public int[] Gaps { get; } = new int[days.Count + 1];

        public void Read(History history)
        {
            _reader.Read(history);
            _own.ReadFrom(_reader.Days);
            if (_own.Count == 0)
            {
                return;
            }

            Customers[_own.TwiceMedian]++;
            foreach (int gap in _own.Sorted)
            {
                Gaps[gap]++;
            }
        }

        public void Add(Scan other)
        {
            Whole.Add(Customers, other.Customers);
            Whole.Add(Gaps, other.Gaps);
        }
    }
}

using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Rhythm;

/// <summary>
/// The pass behind <see cref="RhythmHistory"/>. A customer's own median moves only at an order (or when one is left out): each move is
/// written as a difference in the month that first knows of it, and the differences are summed over months at the end.
/// </summary>
internal sealed class RhythmScan
{
    private readonly HistoryBase _histories;
    private readonly LocalDays _days;
    private readonly int _category;
    private readonly Instant[] _starts;
    private readonly int[] _monthOfDay; // by place in the table of days
    private readonly int _firstMonth;
    private readonly int _gapBins;

    private RhythmScan(HistoryBase histories, FactSpan span, Instant last, int category)
    {
        Calendar calendar = histories.Calendar;
        _histories = histories;
        _category = category;
        _days = new LocalDays(calendar, span.First, last);
        _firstMonth = calendar.UnitOf(span.First, CalendarUnit.Month);
        int months = calendar.UnitOf(last, CalendarUnit.Month) + 2 - _firstMonth;
        _starts = [.. Enumerable.Range(_firstMonth, months).Select(month => calendar.StartOf(month, CalendarUnit.Month))];
        _monthOfDay = [.. Enumerable.Range(_days.First, _days.Count).Select(day => Calendar.UnitOf(day, CalendarUnit.Month))];
        _gapBins = _days.Count + 1;
    }

    private int MedianBins => _gapBins * 2;

    public static RhythmHistory Run(HistoryBase histories, Instant last, int category)
    {
        FactSpan span = FactSpan.Of(histories);
        if (span.IsEmpty || last < span.First)
        {
            return new RhythmHistory([], [], []);
        }

        return new RhythmScan(histories, span, last < span.Last ? last : span.Last, category).Run();
    }

    private RhythmHistory Run()
    {
        Differences sum = SubjectRanges.FoldExact(_histories.SubjectCount, () => new Differences(this), (own, from, to) =>
        {
            for (int subject = from; subject < to; subject++)
            {
                own.Read(_histories[subject]);
            }
        }, (into, own) => into.Add(own));
        SumOverMonths(sum.Customers, MedianBins);
        SumOverMonths(sum.Gaps, _gapBins);
        return new RhythmHistory(_starts, sum.Customers, sum.Gaps);
    }

    private static void SumOverMonths(int[] counts, int bins)
    {
        for (int i = bins; i < counts.Length; i++)
        {
            counts[i] += counts[i - bins];
        }
    }

    private sealed class Differences(RhythmScan scan)
    {
        private readonly PurchaseDays _reader = new(scan._days, scan._histories.Vocabulary, scan._category);
        private readonly OwnGaps _own = new();

        public int[] Customers { get; } = new int[scan._starts.Length * scan.MedianBins];

        public int[] Gaps { get; } = new int[scan._starts.Length * scan._gapBins];

        public void Add(Differences other)
        {
            Whole.Add(Customers, other.Customers);
            Whole.Add(Gaps, other.Gaps);
        }

        public void Read(History history)
        {
            _own.Clear();
            _reader.Clear();
            ReadOnlySpan<Fact> facts = history.Facts;
            ReadOnlySpan<int> links = history.Links;
            int lastDay = int.MinValue;
            for (int i = 0; i < facts.Length; i++)
            {
                bool isPurchase = _reader.IsPurchase(facts[i]);
                bool changes = facts[i].Kind is FactKind.Refund or FactKind.Cancellation
                    || (facts[i].Kind is FactKind.Order or FactKind.OrderLine or FactKind.OrderAdjusted && _reader.IsChanged(links[i]));
                if (!isPurchase && !changes)
                {
                    continue;
                }

                int month = KnownIn(facts[i].At, out int day);
                if (month >= scan._starts.Length)
                {
                    return;
                }

                if (changes)
                {
                    lastDay = ReadAnew(history.Until(facts[i].At), month);
                }
                else if (day > lastDay)
                {
                    AddGap(month, day, lastDay);
                    lastDay = day;
                }
            }
        }

        private void AddGap(int month, int day, int lastDay)
        {
            if (lastDay == int.MinValue)
            {
                return;
            }

            int before = _own.TwiceMedian;
            _own.Add(day - lastDay);
            Gaps[(month * scan._gapBins) + day - lastDay]++;
            Move(month, before, _own.TwiceMedian);
        }

        // An order may have gone out, or come back: the days are read again.
        private int ReadAnew(History known, int month)
        {
            int before = _own.TwiceMedian;
            Count(month, _own.Sorted, -1);
            _reader.Read(known);
            _own.ReadFrom(_reader.Days);
            Count(month, _own.Sorted, 1);
            Move(month, before, _own.TwiceMedian);
            return _reader.Days.IsEmpty ? int.MinValue : _reader.Days[^1];
        }

        private void Count(int month, ReadOnlySpan<int> gaps, int by)
        {
            foreach (int gap in gaps)
            {
                Gaps[(month * scan._gapBins) + gap] += by;
            }
        }

        private void Move(int month, int before, int after)
        {
            if (before == after)
            {
                return;
            }

            int row = month * scan.MedianBins;
            if (before >= 0)
            {
                Customers[row + before]--;
            }

            if (after >= 0)
            {
                Customers[row + after]++;
            }
        }

        // A month's table is cut at its first instant, inclusive: a fact at that very instant is already known.
        private int KnownIn(Instant at, out int day)
        {
            day = scan._days.DayOf(at);
            int place = day - scan._days.First;
            int month = ((uint)place < (uint)scan._monthOfDay.Length ? scan._monthOfDay[place] : Calendar.UnitOf(day, CalendarUnit.Month)) - scan._firstMonth;
            return (uint)month < (uint)scan._starts.Length && at == scan._starts[month] ? month : month + 1;
        }
    }
}

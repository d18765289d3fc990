using System.Buffers.Binary;
using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Rfm;

/// <summary>
/// Ranks buyers three times. The tie-break (first order, then key) is the same each time, so it is sorted once and then carried in the
/// low bits of one number beside the value: the sorts that follow compare nothing but numbers.
/// </summary>
internal static class RfmRanking
{
    public static ImmutableArray<RfmScore> Score(RfmScan scan, HistoryBase histories, Instant at, int quantiles)
    {
        RfmScan.Buyer[] buyers = [.. scan.Buyers];
        int[] byTie = ByFirstOrderThenKey(buyers, histories.Subjects);
        int today = histories.Calendar.DayOf(at);
        var days = buyers.Length == 0 ? null : new LocalDays(histories.Calendar, new(buyers.Min(buyer => buyer.LastAt)), at);
        int[] silences = [.. buyers.Select(buyer => today - days!.DayOf(new(buyer.LastAt)))];
        short[][] scores = new short[3][];
        Parallel.Invoke(
            () => scores[0] = ScoresOf(byTie, buyer => -silences[buyer], quantiles),
            () => scores[1] = ScoresOf(byTie, buyer => buyers[buyer].Orders, quantiles),
            () => scores[2] = ScoresOf(byTie, buyer => buyers[buyer].Spend, quantiles));
        return [.. buyers.Select((buyer, i) => new RfmScore(buyer.Subject, silences[i], buyer.Orders, buyer.Spend, scores[0][i], scores[1][i], scores[2][i]))];
    }

    private static short[] ScoresOf(int[] byTie, Func<int, long> valueOf, int quantiles)
    {
        int count = byTie.Length;
        long[] values = new long[count];
        int[] places = new int[count];
        for (int tie = 0; tie < count; tie++)
        {
            values[tie] = valueOf(byTie[tie]);
            places[tie] = tie;
        }

        // The sort is not stable: equal values are put back in the order of the tie-break.
        Array.Sort(values, places);
        SortRuns(values, places, run => run.Sort());
        short[] scores = new short[count];
        for (int rank = 0; rank < count; rank++)
        {
            scores[byTie[places[rank]]] = (short)(1 + ((long)quantiles * rank / count));
        }

        return scores;
    }

    private static int[] ByFirstOrderThenKey(RfmScan.Buyer[] buyers, Subjects subjects)
    {
        long[] firsts = [.. buyers.Select(buyer => buyer.FirstAt)];
        int[] order = [.. Enumerable.Range(0, buyers.Length)];
        Array.Sort(firsts, order);
        SortRuns(firsts, order, run => SortByKey(run, buyers, subjects));
        return order;
    }

    private static void SortByKey(Span<int> run, RfmScan.Buyer[] buyers, Subjects subjects)
    {
        ulong[] heads = new ulong[run.Length];
        for (int i = 0; i < run.Length; i++)
        {
            heads[i] = Head(subjects.Utf8KeyOf(buyers[run[i]].Subject));
        }

        heads.AsSpan().Sort(run);
        int from = 0;
        for (int i = 1; i <= run.Length; i++)
        {
            if (i == run.Length || heads[i] != heads[from])
            {
                if (i - from > 1)
                {
                    run[from..i].Sort((left, right) => subjects.Utf8KeyOf(buyers[left].Subject).SequenceCompareTo(subjects.Utf8KeyOf(buyers[right].Subject)));
                }

                from = i;
            }
        }
    }

    // The first eight bytes as a number that sorts as they do.
    private static ulong Head(ReadOnlySpan<byte> key)
    {
        Span<byte> head = stackalloc byte[8];
        head.Clear();
        key[..Math.Min(8, key.Length)].CopyTo(head);
        return BinaryPrimitives.ReadUInt64BigEndian(head);
    }

    private static void SortRuns(long[] values, int[] places, RunSorter sort)
    {
        int from = 0;
        for (int i = 1; i <= values.Length; i++)
        {
            if (i == values.Length || values[i] != values[from])
            {
                if (i - from > 1)
                {
                    sort(places.AsSpan(from, i - from));
                }

                from = i;
            }
        }
    }

    private delegate void RunSorter(Span<int> run);
}

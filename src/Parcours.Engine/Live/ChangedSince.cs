using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Live;

/// <summary>The earliest instant that a base changed at since something was worked out on it, found when a workspace is opened.</summary>
internal static class ChangedSince
{
    private const int Width = 16_384;

    /// <summary>The earliest of the facts after a number; <see cref="Instant.Never"/> for none.</summary>
    public static Instant Came(HistoryBase histories, long fact, long lastFact)
    {
        if (fact == lastFact)
        {
            return Instant.Never;
        }

        long[] earliest = new long[(histories.SubjectCount + Width - 1) / Width];
        Parallel.For(0, earliest.Length, block =>
        {
            earliest[block] = long.MaxValue;
            for (int subject = block * Width; subject < Math.Min(histories.SubjectCount, (block + 1) * Width); subject++)
            {
                History history = histories[subject];
                int first = history.FactIds.IndexOfAnyInRange(fact + 1, long.MaxValue);
                if (first >= 0)
                {
                    earliest[block] = Math.Min(earliest[block], history.Facts[first].At.Micros);
                }
            }
        });
        return new Instant(earliest.DefaultIfEmpty(long.MaxValue).Min());
    }

    /// <summary>The first fact of those who were joined after a number of the joins; <see cref="Instant.Beginning"/> when some were parted.</summary>
    public static Instant Joined(LiveWorkspace live, long join)
    {
        JoinRow[] joins = [.. live.Beginning.Joins.Where(row => row.Id > join)];
        if (joins.Length == 0)
        {
            return live.Beginning.LastJoin == join ? Instant.Never : Instant.Beginning;
        }

        if (joins.Length < live.Beginning.LastJoin - join || joins.Any(row => row.Identity < 0))
        {
            return Instant.Beginning;
        }

        HistoryBase histories = live.Beginning.Histories;
        int[] places = live.Ask(graph => joins.Select(row => graph.PlaceOf(row.Identity)).Distinct().ToArray()).GetAwaiter().GetResult();
        return places.Where(place => !histories[place].IsEmpty).Select(place => histories[place].Facts[0].At).DefaultIfEmpty(Instant.Never).Min();
    }
}

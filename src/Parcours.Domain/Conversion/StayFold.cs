using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Conversion;

/// <summary>Folds stays into tallies, slice by slice and in parallel: a slice is a month of entry where months are asked, else a run of stays.</summary>
internal sealed class StayFold(Stay[] stays, Subjects subjects, ImmutableArray<int> path, int today, ConversionOptions options)
{
    private const int SliceWidth = 131_072;

    private readonly int _steps = path.Length - 1;

    public (ImmutableArray<ConversionStep> Steps, ImmutableArray<ConversionMonth> Months) Run()
    {
        List<(int Month, ArraySegment<Stay> Stays)> slices = options.ByMonth ? ByMonth() : ByWidth();
        var months = new ConversionMonth[options.ByMonth ? slices.Count : 0];
        StayTally total = CreateTally();
        Lock gate = new();
        Parallel.For(0, slices.Count, CreateTally, (place, _, tally) =>
        {
            (int month, ArraySegment<Stay> slice) = slices[place];
            tally.Clear();
            tally.Add(slice, subjects);
            if (options.ByMonth)
            {
                months[place] = new ConversionMonth(month, StepEstimates.Of(tally, Followed(slice), path, options.MinimumFollowed));
            }

            lock (gate)
            {
                total.Add(tally);
            }

            return tally;
        }, _ => { });
        return (StepEstimates.Of(total, Followed(stays), path, options.MinimumFollowed), [.. months]);
    }

    private StayTally CreateTally() => new(_steps, options.Replicates, options.Seed);

    private List<(int Month, ArraySegment<Stay> Stays)> ByWidth()
    {
        var slices = new List<(int, ArraySegment<Stay>)>();
        for (int first = 0; first < stays.Length; first += SliceWidth)
        {
            slices.Add((0, new ArraySegment<Stay>(stays, first, Math.Min(SliceWidth, stays.Length - first))));
        }

        return slices;
    }

    private List<(int Month, ArraySegment<Stay> Stays)> ByMonth()
    {
        if (stays.Length == 0)
        {
            return [];
        }

        // Stays are dealt out to their months in the order they come, so those of a subject stay next to each other.
        int firstDay = stays.Min(stay => stay.EnteredOn);
        int[] monthOfDay = [.. Enumerable.Range(firstDay, today - firstDay + 1).Select(day => Calendar.UnitOf(day, CalendarUnit.Month))];
        int firstMonth = monthOfDay[0];
        int[] ends = new int[monthOfDay[^1] - firstMonth + 2];
        foreach (Stay stay in stays)
        {
            ends[monthOfDay[stay.EnteredOn - firstDay] - firstMonth + 1]++;
        }

        for (int month = 1; month < ends.Length; month++)
        {
            ends[month] += ends[month - 1];
        }

        int[] starts = [.. ends];
        var sorted = new Stay[stays.Length];
        foreach (Stay stay in stays)
        {
            sorted[ends[monthOfDay[stay.EnteredOn - firstDay] - firstMonth]++] = stay;
        }

        return [.. Enumerable.Range(0, ends.Length - 1)
            .Where(month => ends[month] > starts[month])
            .Select(month => (firstMonth + month, new ArraySegment<Stay>(sorted, starts[month], ends[month] - starts[month])))];
    }

    private long[] Followed(ReadOnlySpan<Stay> slice)
    {
        ReadOnlySpan<int> horizons = ConversionOptions.Horizons.AsSpan();
        long[] followed = new long[_steps * horizons.Length];
        foreach (Stay stay in slice)
        {
            int first = StayCells.StepOf(stay.Cell) * horizons.Length;
            for (int i = 0; i < horizons.Length && stay.EnteredOn <= today - horizons[i]; i++)
            {
                followed[first + i]++;
            }
        }

        return followed;
    }
}

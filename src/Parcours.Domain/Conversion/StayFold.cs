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
        // A stable sort: within a month the stays of a subject stay next to each other.
        var slices = new List<(int, ArraySegment<Stay>)>();
        foreach (IGrouping<int, Stay> month in stays.GroupBy(stay => Calendar.UnitOf(stay.EnteredOn, CalendarUnit.Month)).OrderBy(month => month.Key))
        {
            slices.Add((month.Key, month.ToArray()));
        }

        return slices;
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

using System.Collections.Immutable;

namespace Parcours.Domain.Conversion;

/// <summary>Turns counts of stays into the steps' rates and intervals.</summary>
internal static class StepEstimates
{
    /// <summary>One step for each stage of the path but the last.</summary>
    /// <param name="tally">The stays, as they are and resampled.</param>
    /// <param name="followed">Stays followed for each horizon, by step, then horizon.</param>
    /// <param name="stages">The index of each stage of the path.</param>
    /// <param name="minimumFollowed">How many followed stays make a horizon estimable when not all are.</param>
    public static ImmutableArray<ConversionStep> Of(StayTally tally, long[] followed, ImmutableArray<int> stages, int minimumFollowed)
    {
        int horizons = ConversionOptions.Horizons.Length;
        return [.. Enumerable.Range(0, tally.Steps).Select(step => Step(tally, step, stages[step], followed.AsSpan(step * horizons, horizons), minimumFollowed))];
    }

    private static ConversionStep Step(StayTally tally, int step, int stage, ReadOnlySpan<long> followed, int minimumFollowed)
    {
        long[] stays = new long[tally.Columns];
        long[] outcomes = new long[3];
        for (int cell = step * StayCells.PerStep; cell < (step + 1) * StayCells.PerStep; cell++)
        {
            ReadOnlySpan<int> counts = tally[cell];
            outcomes[cell % 3] += counts[0];
            for (int column = 0; column < counts.Length; column++)
            {
                stays[column] += counts[column];
            }
        }

        var rates = ImmutableArray.CreateBuilder<ConversionRate>();
        var incidence = new CumulativeIncidence(stays);
        for (int day = 0; rates.Count < followed.Length; day++)
        {
            incidence.Add(
                tally[StayCells.Of(step, day, StayCells.Success)],
                tally[StayCells.Of(step, day, StayCells.Exit)],
                tally[StayCells.Of(step, day, StayCells.Running)]);
            if (day == ConversionOptions.Horizons[rates.Count])
            {
                rates.Add(Rate(day, followed[rates.Count], stays, incidence, minimumFollowed));
            }
        }

        return new ConversionStep(stage, stays[0], outcomes[StayCells.Success], outcomes[StayCells.Exit], rates.ToImmutable());
    }

    private static ConversionRate Rate(int horizon, long followed, long[] stays, CumulativeIncidence incidence, int minimumFollowed)
    {
        if (followed == 0 || followed < Math.Min(minimumFollowed, stays[0]))
        {
            return new ConversionRate(horizon, followed, null, null, null, null);
        }

        double converted = Math.Clamp(incidence.Success[0], 0, 1);
        (double Low, double High)? interval = Interval(converted, followed, stays, incidence);
        return new ConversionRate(horizon, followed, converted, interval?.Low, interval?.High, Math.Clamp(incidence.Exit[0], 0, 1));
    }

    private static (double Low, double High)? Interval(double converted, long followed, long[] stays, CumulativeIncidence incidence)
    {
        var replicates = new List<double>(stays.Length);
        for (int column = 1; column < stays.Length; column++)
        {
            if (stays[column] > 0)
            {
                replicates.Add(incidence.Success[column]);
            }
        }

        if (replicates.Count == 0)
        {
            return null;
        }

        replicates.Sort();
        double low = Math.Min(Quantile(replicates, 0.025), converted);
        double high = Math.Max(Quantile(replicates, 0.975), converted);

        // Where all stays ended alike, so do all replicates, and their spread says nothing: the exact binomial bound for n of n says how sure n stays can make one.
        double exact = Math.Pow(0.025, 1.0 / followed);
        const double alike = 1e-9;
        high = converted < alike ? 1 - exact : high;
        low = converted > 1 - alike ? exact : low;
        return (Math.Clamp(low, 0, 1), Math.Clamp(high, 0, 1));
    }

    private static double Quantile(List<double> sorted, double share)
    {
        double place = (sorted.Count - 1) * share;
        int below = (int)place;
        int above = Math.Min(below + 1, sorted.Count - 1);
        return sorted[below] + ((place - below) * (sorted[above] - sorted[below]));
    }
}

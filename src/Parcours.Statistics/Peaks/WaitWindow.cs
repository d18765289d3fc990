using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Peaks;

/// <summary>The days in a row, after an event, in which what is waited for comes at the highest rate among those who still wait.</summary>
/// <param name="First">The first day, from 1.</param>
/// <param name="Last">The last day.</param>
/// <param name="AtRisk">How many still waited when it began.</param>
/// <param name="Came">For how many it came in the window.</param>
/// <param name="FirstInterval">The 95 % interval of <paramref name="First"/>, by 200 resamplings: how far the window moves when chance deals the customers anew.</param>
public sealed record WaitWindow(int First, int Last, long AtRisk, long Came, ConfidenceInterval FirstInterval)
{
    /// <summary>How many must still wait for a window to be looked at.</summary>
    public const int FewestAtRisk = 30;

    private const int Resamplings = 200;
    private const double FewestForeseen = 10;
    private const ulong Seed = 20_250_625;

    /// <summary>The share of those still waiting at the start for whom it came in the window.</summary>
    public double Chance => (double)Came / AtRisk;

    /// <summary>Finds the window of a width with the highest rate or, where a usual rate is given, the highest against it.</summary>
    /// <param name="came">For how many it came after so many days, by days from 0; those of day 0 are left out.</param>
    /// <param name="waiting">How many were last seen waiting after so many days.</param>
    /// <param name="width">In days; 1 or more.</param>
    /// <param name="usual">The usual rate a day, above 0, by days from 0: windows in which it foresees fewer than 10 are not looked at; empty for none.</param>
    /// <param name="starts">The days on which it may begin; null for any.</param>
    /// <returns>Null when never <see cref="FewestAtRisk"/> waited, or it never came.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static WaitWindow? Find(ReadOnlySpan<long> came, ReadOnlySpan<long> waiting, int width, ReadOnlySpan<double> usual = default, (int First, int Last)? starts = null)
    {
        if (came.Length != waiting.Length || (!usual.IsEmpty && usual.Length != came.Length))
        {
            throw new ArgumentException($"{came.Length}, {waiting.Length} and {usual.Length} days.", nameof(waiting));
        }

        (double[] events, double[] ends, double[] rates) = (Doubles(came), Doubles(waiting), usual.ToArray());
        if (Best(events, ends, rates, width, starts) is not { } best)
        {
            return null;
        }

        double[] firsts = new double[Resamplings];
        Parallel.For(0, Resamplings, sample =>
        {
            // Poisson weights of the customers add up to Poisson counts of each kind of customer.
            var random = new SeededRandom(Seed, (ulong)sample);
            double[] drawnEvents = [.. events.Select(count => (double)random.NextPoisson(count))];
            double[] drawnEnds = [.. ends.Select(count => (double)random.NextPoisson(count))];
            firsts[sample] = Best(drawnEvents, drawnEnds, rates, width, starts)?.First ?? best.First;
        });
        Array.Sort(firsts);
        return new WaitWindow(
            best.First, best.First + width - 1, (long)best.AtRisk, (long)best.Came,
            new(Math.Min(best.First, firsts[(int)(0.025 * (Resamplings - 1))]), Math.Max(best.First, firsts[(int)Math.Ceiling(0.975 * (Resamplings - 1))])));
    }

    private static (int First, double AtRisk, double Came)? Best(double[] came, double[] waiting, double[] usual, int width, (int First, int Last)? starts)
    {
        int days = came.Length;
        double[] atRisk = new double[days + 1];
        for (int day = days - 1; day >= 0; day--)
        {
            atRisk[day] = atRisk[day + 1] + came[day] + waiting[day];
        }

        (int First, double AtRisk, double Came)? best = null;
        double highest = 0;
        for (int first = Math.Max(1, starts?.First ?? 1); first <= (starts?.Last ?? days) && first + width <= days && atRisk[first] >= FewestAtRisk; first++)
        {
            double events = 0;
            double foreseen = 0;
            for (int day = first; day < first + width; day++)
            {
                events += came[day];
                foreseen += atRisk[day] * (usual.Length == 0 ? 1 : usual[day]);
            }

            if (events > highest * foreseen && (usual.Length == 0 || foreseen >= FewestForeseen))
            {
                highest = events / foreseen;
                best = (first, atRisk[first], events);
            }
        }

        return best;
    }

    private static double[] Doubles(ReadOnlySpan<long> counts)
    {
        double[] doubles = new double[counts.Length];
        for (int i = 0; i < doubles.Length; i++)
        {
            doubles[i] = counts[i];
        }

        return doubles;
    }
}

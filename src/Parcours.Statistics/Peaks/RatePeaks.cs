using System.Collections.Immutable;
using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Peaks;

/// <summary>
/// Finds the runs of periods in which events come more often than usual: every run up to a length is compared with a baseline, and the most marked one with the most marked ones of many
/// series drawn by chance from that baseline, so that the answer counts all the runs that were looked at. A peak found is set aside and the rest is looked at again.
/// </summary>
public static class RatePeaks
{
    /// <summary>How many events it takes.</summary>
    public const int FewestEvents = 50;

    /// <summary>How many periods at risk it takes.</summary>
    public const int FewestPeriods = 6;

    private const int MostPeaks = 5;
    private const double EnoughForDispersion = 3;
    private const double MedianOfSquare = 0.454936423119572; // of a chi-square with one degree of freedom

    /// <summary>
    /// Peaks above a smooth curve drawn through the series itself. A peak must also be a rise: its rate is above the one of the two periods before it, so that the start of a fall is none.
    /// </summary>
    /// <param name="events">Events by period, from the first after the origin.</param>
    /// <param name="exposure">Time at risk by period, above 0 in every period.</param>
    /// <param name="options">How; null for the usual.</param>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    public static PeakSearch AboveSmooth(ReadOnlySpan<long> events, ReadOnlySpan<double> exposure, PeakOptions? options = null)
    {
        ImmutableArray<PoissonRate> rates = Rates(events, exposure);
        if (Refusal(rates) is { } refusal)
        {
            return new PeakSearch(rates, [], 1, [], refusal);
        }

        var smooth = new SmoothBaseline([.. rates.Select(rate => rate.Exposure)]);
        return new Search(rates, null, smooth, options ?? new PeakOptions()).Run();
    }

    /// <summary>Peaks above what others foresee.</summary>
    /// <param name="events">Events by period.</param>
    /// <param name="exposure">Time at risk by period, above 0 in every period.</param>
    /// <param name="expected">Events foreseen by period, above 0; taken as known, so the others should be many more.</param>
    /// <param name="options">How; null for the usual.</param>
    /// <exception cref="ArgumentException">The series differ in length.</exception>
    public static PeakSearch Above(ReadOnlySpan<long> events, ReadOnlySpan<double> exposure, ReadOnlySpan<double> expected, PeakOptions? options = null)
    {
        ImmutableArray<PoissonRate> rates = Rates(events, exposure);
        return Refusal(rates) is { } refusal
            ? new PeakSearch(rates, [], 1, [], refusal)
            : new Search(rates, expected.ToArray(), null, options ?? new PeakOptions()).Run();
    }

    private static ImmutableArray<PoissonRate> Rates(ReadOnlySpan<long> events, ReadOnlySpan<double> exposure)
    {
        if (events.Length != exposure.Length)
        {
            throw new ArgumentException($"{events.Length} counts and {exposure.Length} exposures.", nameof(exposure));
        }

        var rates = ImmutableArray.CreateBuilder<PoissonRate>(events.Length);
        for (int i = 0; i < events.Length; i++)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(exposure[i], nameof(exposure));
            rates.Add(new(events[i], exposure[i]));
        }

        return rates.MoveToImmutable();
    }

    private static PeakRefusal? Refusal(ImmutableArray<PoissonRate> rates) =>
        rates.Length < FewestPeriods ? PeakRefusal.TooFewPeriods : rates.Sum(rate => rate.Events) < FewestEvents ? PeakRefusal.TooFewEvents : null;

    private sealed class Search(ImmutableArray<PoissonRate> rates, double[]? given, SmoothBaseline? smooth, PeakOptions options)
    {
        private readonly double[] _counts = [.. rates.Select(rate => (double)rate.Events)];
        private readonly double[] _rising = smooth is null ? [] : [.. rates.Select(rate => rate.Exposure)];
        private readonly bool[] _leftOut = new bool[rates.Length];
        private readonly int _longest = Math.Max(1, Math.Min(options.Longest, rates.Length / 4));

        public PeakSearch Run()
        {
            double[] expected = new double[_counts.Length];
            if (Marked(_counts, _leftOut, expected) is not { } run)
            {
                return new PeakSearch(rates, [], 1, [], PeakRefusal.NoBaseline);
            }

            double[] marks = Simulated(expected);
            var peaks = new List<(MarkedRun Run, double Probability)>();
            while (true)
            {
                double probability = (1.0 + marks.Count(mark => mark >= run.Run.Mark)) / (1 + marks.Length);
                if (run.Run.Mark <= 0 || probability > options.Level || peaks.Count == MostPeaks)
                {
                    break;
                }

                Array.Fill(_leftOut, true, run.Run.First, run.Run.Last - run.Run.First + 1);
                peaks.Add((run.Run, probability));
                if (Marked(_counts, _leftOut, expected) is not { } next)
                {
                    break;
                }

                run = next;
            }

            double dispersion = Dispersion(_counts, expected, _leftOut);
            return new PeakSearch(rates, [.. expected], dispersion, [.. peaks.Select(found => Peak(found.Run, found.Probability, expected, dispersion)).Where(peak => peak.Ratio >= options.LeastRatio)], null);
        }

        private (MarkedRun Run, double Dispersion)? Marked(double[] counts, bool[] leftOut, double[] expected)
        {
            double[,]? inverse = null;
            if (smooth is null)
            {
                given!.CopyTo(expected, 0);
            }
            else if (!smooth.Fit(counts, leftOut, expected, out inverse))
            {
                return null;
            }

            var run = MarkedRun.Of(counts, expected, _rising, leftOut, _longest, smooth is null ? null : smooth.Term, inverse);
            double dispersion = Dispersion(counts, expected, leftOut);
            return (run with { Mark = run.Mark / dispersion }, dispersion);
        }

        private double[] Simulated(double[] expected)
        {
            double[] marks = new double[options.Simulations];
            bool[] none = new bool[expected.Length];
            Parallel.For(0, marks.Length, simulation =>
            {
                var random = new SeededRandom(options.Seed, (ulong)simulation);
                double[] counts = [.. expected.Select(mean => (double)random.NextPoisson(mean))];
                marks[simulation] = Marked(counts, none, new double[counts.Length])?.Run.Mark ?? 0;
            });
            return marks;
        }

        // The median of the squared residuals: a few peaks do not move it. Counts too small for it are taken as pure chance.
        private static double Dispersion(double[] counts, double[] expected, bool[] leftOut)
        {
            var squares = new List<double>(counts.Length);
            for (int i = 0; i < counts.Length; i++)
            {
                if (!leftOut[i] && expected[i] >= EnoughForDispersion)
                {
                    squares.Add((counts[i] - expected[i]) * (counts[i] - expected[i]) / expected[i]);
                }
            }

            if (squares.Count < FewestPeriods)
            {
                return 1;
            }

            squares.Sort();
            double median = (squares[(squares.Count - 1) / 2] + squares[squares.Count / 2]) / 2;
            return Math.Max(1, median / MedianOfSquare);
        }

        private RatePeak Peak(MarkedRun run, double probability, double[] expected, double dispersion)
        {
            double foreseen = expected.AsSpan(run.First, run.Last - run.First + 1).ToArray().Sum();
            long events = (long)_counts.AsSpan(run.First, run.Last - run.First + 1).ToArray().Sum();
            ConfidenceInterval exact = PoissonRate.CountInterval(events);
            double wider = Math.Sqrt(dispersion);
            return new RatePeak(
                run.First, run.Last, events, foreseen,
                new(Math.Max(0, events - ((events - exact.Low) * wider)) / foreseen, (events + ((exact.High - events) * wider)) / foreseen),
                probability);
        }
    }
}

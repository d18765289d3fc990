using System.Collections.Immutable;

namespace Parcours.Statistics.Survival;

/// <summary>
/// How long things last when some have not ended yet: S(t) = Π (1 - d / n) over the times up to t at which something ended. Kaplan and Meier, "Nonparametric estimation from
/// incomplete observations", JASA 53 (1958). Rows count alike.
/// </summary>
/// <remarks>
/// Standard error: S(t) √(Σ d / (n (n - d))), Greenwood, "The natural duration of cancer" (1926). Interval: S(t)^exp(± 1.96 se(ln(-ln S))), Kalbfleisch and Prentice, "The Statistical
/// Analysis of Failure Time Data" (1980), section 1.3. Interval of the median: the times at which the ends of those intervals pass a half (Brookmeyer and Crowley, Biometrics 38, 1982).
/// </remarks>
public sealed class SurvivalCurve
{
    // Products of fractions: 0.5 may come out as 0.5000000000000001.
    private const double Rounding = 1e-12;

    private SurvivalCurve(ImmutableArray<SurvivalStep> steps, int rows, double longest)
    {
        Steps = steps;
        RowCount = rows;
        Longest = longest;
    }

    /// <summary>One for each time at which something ended, in order of time; none when nothing ended.</summary>
    public ImmutableArray<SurvivalStep> Steps { get; }

    /// <summary>How many rows the curve is of, 1 or more.</summary>
    public int RowCount { get; }

    /// <summary>The longest duration seen, ended or not: beyond it nothing is known.</summary>
    public double Longest { get; }

    /// <summary>The first time by which half have ended; null when fewer have.</summary>
    public double? Median => Quantile(0.5);

    /// <summary>The lower end of the median's 95 % interval; null when it is not reached.</summary>
    public double? MedianLow => FirstBelow(step => step.Interval?.Low ?? step.Share, 0.5);

    /// <summary>The upper end of the median's 95 % interval; null, as often, when the sample does not bound it.</summary>
    public double? MedianHigh => FirstBelow(step => step.Interval?.High ?? 1, 0.5);

    /// <summary>The curve of durations.</summary>
    /// <param name="durations">How long each row lasted, or has lasted so far: finite, 0 or more, in any one unit.</param>
    /// <param name="ended">Whether it ended then; false when it was still going on when last seen.</param>
    /// <returns>Null when there are no rows.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a duration is out of range.</exception>
    public static SurvivalCurve? Compute(ReadOnlySpan<double> durations, ReadOnlySpan<bool> ended)
    {
        Durations.Check(durations, ended);
        if (durations.IsEmpty)
        {
            return null;
        }

        double[] times = durations.ToArray();
        bool[] endings = ended.ToArray();
        Array.Sort(times, endings);
        var steps = ImmutableArray.CreateBuilder<SurvivalStep>();
        double share = 1;
        double greenwood = 0;
        for (int first = 0; first < times.Length;)
        {
            int atRisk = times.Length - first;
            int endedHere = 0;
            int end = first;
            for (; end < times.Length && times[end] == times[first]; end++)
            {
                endedHere += endings[end] ? 1 : 0;
            }

            if (endedHere > 0)
            {
                share *= (double)(atRisk - endedHere) / atRisk;
                greenwood += (double)endedHere / atRisk / (atRisk - endedHere);
                steps.Add(Step(times[first], atRisk, endedHere, share, greenwood));
            }

            first = end;
        }

        return new(steps.ToImmutable(), times.Length, times[^1]);
    }

    /// <summary>S(t): the share that lasts longer than t; null past the longest duration seen, unless everyone had ended by then.</summary>
    /// <param name="time">t, in the unit of the durations.</param>
    public double? At(double time)
    {
        double share = 1;
        foreach (SurvivalStep step in Steps)
        {
            if (step.Time > time)
            {
                return share;
            }

            share = step.Share;
        }

        return time <= Longest || share == 0 ? share : null;
    }

    /// <summary>The first time by which a share have ended; null when fewer have.</summary>
    /// <param name="ended">The share, above 0 and below 1.</param>
    public double? Quantile(double ended) => FirstBelow(step => step.Share, 1 - ended);

    private double? FirstBelow(Func<SurvivalStep, double> height, double level)
    {
        foreach (SurvivalStep step in Steps)
        {
            if (height(step) <= level + Rounding)
            {
                return step.Time;
            }
        }

        return null;
    }

    private static SurvivalStep Step(double time, int atRisk, int ended, double share, double greenwood)
    {
        if (share == 0)
        {
            return new(time, atRisk, ended, share, null, null);
        }

        double spread = ConfidenceInterval.StandardErrors * Math.Sqrt(greenwood) / Math.Log(share);
        return new(
            time, atRisk, ended, share, share * Math.Sqrt(greenwood), new(Math.Pow(share, Math.Exp(-spread)), Math.Pow(share, Math.Exp(spread))));
    }
}

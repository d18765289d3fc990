using System.Collections.Immutable;
using Parcours.Domain.Time;
using Parcours.Domain.Timing;
using Parcours.Statistics.Measures;

namespace Parcours.Engine.Timing;

/// <summary>
/// The ways to foresee the next order, tried at an earlier date on the company's own past: everything is learnt from what was known then, the constants from the window that had just closed. A
/// way that is no better than the constant is not used.
/// </summary>
/// <param name="At">The earlier date: the horizon before the date of the answer.</param>
/// <param name="HorizonDays">How far ahead one looks.</param>
/// <param name="Customers">Customers with an order at the earlier date.</param>
/// <param name="Ordered">How many of them ordered within the horizon.</param>
/// <param name="Methods">The ways to date the next order, the constant first.</param>
/// <param name="Chances">The ways to say how likely it is, the constant first.</param>
/// <param name="DateBy">The way of dating in use: of those surely nearer than the constant more often than not, and with a smaller median error, the one with the smallest; else the constant.</param>
/// <param name="ChanceBy">The way in use: the model when its log-loss is lower by more than chance explains, and its Brier score lower; else the constant.</param>
public sealed record NextOrderTest(
    Instant At, int HorizonDays, int Customers, int Ordered, ImmutableArray<DateMethod> Methods, ImmutableArray<ChanceMethod> Chances, string DateBy, string ChanceBy)
{
    private const double TwoSided = 1.959963984540054;

    /// <summary>The way of dating in use.</summary>
    public DateMethod Chosen => Methods.First(method => method.Id == DateBy);

    internal static NextOrderTest Of(
        Instant at, int today, int horizon, IReadOnlyList<Buyer> buyers, double constantDays, double constantShare, (double[] Chances, double[] Days)? model)
    {
        int[] ordered = [.. Enumerable.Range(0, buyers.Count).Where(row => buyers[row].NextDay is not null)];
        double[] actual = [.. ordered.Select(row => (double)buyers[row].NextDay!.Value - today)];
        double[] constant = [.. ordered.Select(_ => constantDays)];
        var methods = ImmutableArray.CreateBuilder<DateMethod>();
        methods.Add(Tried(DateMethod.Constant, constant, actual, null));
        methods.Add(Tried(DateMethod.OwnRhythm, [.. ordered.Select(row => NextOrders.OwnWait(buyers[row], today))], actual, constant));
        bool[] outcomes = [.. buyers.Select(buyer => buyer.NextDay is not null)];
        double[] share = [.. buyers.Select(_ => constantShare)];
        var chances = ImmutableArray.CreateBuilder<ChanceMethod>();
        chances.Add(Scored(DateMethod.Constant, share, outcomes));
        string chanceBy = DateMethod.Constant;
        if (model is { } foreseen)
        {
            methods.Add(Tried(DateMethod.Model, [.. ordered.Select(row => foreseen.Days[row])], actual, constant));
            chances.Add(Scored(DateMethod.Model, foreseen.Chances, outcomes));
            chanceBy = chances[1].Brier < chances[0].Brier && IsSurelyBetter(foreseen.Chances, constantShare, outcomes) ? DateMethod.Model : chanceBy;
        }

        string dateBy = methods.Where(method => method.Surer && method.MedianErrorDays < methods[0].MedianErrorDays).MinBy(method => method.MedianErrorDays)?.Id ?? DateMethod.Constant;
        return new NextOrderTest(at, horizon, buyers.Count, ordered.Length, methods.ToImmutable(), chances.ToImmutable(), dateBy, chanceBy);
    }

    private static DateMethod Tried(string id, double[] foreseen, double[] actual, double[]? constant)
    {
        double[] misses = [.. actual.Zip(foreseen, (day, expected) => day - expected)];
        double median = Quantile([.. misses.Select(Math.Abs)], 0.5);
        (double? closer, bool surer) = (null, false);
        if (constant is not null)
        {
            int nearer = 0;
            int farther = 0;
            for (int i = 0; i < misses.Length; i++)
            {
                double other = Math.Abs(actual[i] - constant[i]);
                nearer += Math.Abs(misses[i]) < other ? 1 : 0;
                farther += Math.Abs(misses[i]) > other ? 1 : 0;
            }

            int told = nearer + farther;
            closer = told == 0 ? null : (double)nearer / told;
            surer = told > 0 && (nearer - farther) / Math.Sqrt(told) > TwoSided;
        }

        double[] shares = [.. actual.Zip(foreseen, (day, expected) => day / Math.Max(1, expected))];
        return new DateMethod(id, median, closer, surer, Quantile(shares, 0.1), Quantile(shares, 0.9));
    }

    private static ChanceMethod Scored(string id, double[] chances, bool[] outcomes) =>
        new(id, ProbabilityScores.LogLoss(chances, outcomes)!.Value, ProbabilityScores.Brier(chances, outcomes)!.Value, chances.Average());

    // The mean difference of log-losses against its standard error.
    private static bool IsSurelyBetter(double[] chances, double share, bool[] outcomes)
    {
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < outcomes.Length; row++)
        {
            double gain = Loss(share, outcomes[row]) - Loss(chances[row], outcomes[row]);
            sum += gain;
            squares += gain * gain;
        }

        double mean = sum / outcomes.Length;
        return mean > TwoSided * Math.Sqrt(Math.Max(0, (squares / outcomes.Length) - (mean * mean)) / outcomes.Length);
    }

    private static double Loss(double chance, bool outcome) => -Math.Log(Math.Clamp(outcome ? chance : 1 - chance, 1e-15, 1));

    private static double Quantile(double[] values, double share)
    {
        Array.Sort(values);
        double place = (values.Length - 1) * share;
        int below = (int)place;
        return values[below] + ((place - below) * (values[Math.Min(below + 1, values.Length - 1)] - values[below]));
    }
}

using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Transactions;

/// <summary>
/// Minus the mean log-likelihood of a <see cref="BetaGeometricModel"/> over grouped customers, with its gradient in the logarithms of r, alpha, a and b.
/// The same figure as <see cref="BetaGeometricModel.LogLikelihood"/>, with what depends on the frequency alone computed once.
/// </summary>
internal sealed class BetaGeometricLikelihood(PurchaseGroups groups, bool firstMayBeLast, int regularity)
{
    private const int Width = 5;

    private readonly FrequencyRuns _runs = new(groups);
    private readonly int _offset = firstMayBeLast ? 1 : 0;

    public double Evaluate(ReadOnlySpan<double> logs, Span<double> gradient)
    {
        double r = Math.Exp(logs[0]);
        double alpha = Math.Exp(logs[1]);
        double a = Math.Exp(logs[2]);
        double b = Math.Exp(logs[3]);
        Run[] runs = Runs(r, logs[1], a, b);
        double[] sums = BlockSum.Of(groups.Summaries.Length, Width, (from, to, sums) => Add(from, to, sums, runs, r, alpha, a));
        for (int i = 0; i < 4; i++)
        {
            gradient[i] = -sums[i + 1] / groups.Customers * (i switch { 0 => r, 1 => alpha, 2 => a, _ => b });
        }

        return -sums[0] / groups.Customers;
    }

    private void Add(int from, int to, Span<double> sums, Run[] runs, double r, double alpha, double a)
    {
        ReadOnlySpan<PurchaseSummary> summaries = groups.Summaries;
        ReadOnlySpan<long> weights = groups.Weights;
        for (int i = from; i < to; i++)
        {
            ref readonly PurchaseSummary customer = ref summaries[i];
            ref readonly Run run = ref runs[_runs.OfGroup[i]];
            double weight = weights[i];
            double end = alpha + customer.Age;
            double logEnd = Math.Log(end);
            (double phases, double phasesR, double phasesAlpha) = regularity == 1 ? (1, 0, 0) : Phases(customer, run.Shape, end);

            // Odds of having stopped at the last purchase against being alive with no tick since.
            double last = alpha + customer.Recency;
            double logLast = run.HasChance ? Math.Log(last) : 0;
            double odds = run.HasChance ? Math.Exp(run.LogOdds + (run.Shape * (logEnd - logLast))) : 0;
            bool huge = double.IsInfinity(odds);
            double stopped = huge ? 1 : odds / (phases + odds);
            double logSum = huge ? run.LogOdds + (run.Shape * (logEnd - logLast)) : Math.Log(phases + odds);
            double alive = huge ? 0 : 1 / (phases + odds);
            sums[0] += weight * (run.Level - (run.Shape * logEnd) + logSum);
            sums[1] += weight * (run.SlopeR - logEnd + (alive * phasesR) + (stopped * (logEnd - logLast)));
            sums[2] += weight * ((r / alpha) - (run.Shape / end) + (alive * phasesAlpha) + (stopped * run.Shape * ((1 / end) - (1 / last))));
            sums[3] += weight * (run.SlopeA + (stopped / a));
            sums[4] += weight * (run.SlopeB - (run.HasChance ? stopped * run.OverB : 0));
        }
    }

    private (double Sum, double SlopeR, double SlopeAlpha) Phases(in PurchaseSummary customer, double shape, double end)
    {
        double share = (customer.Age - customer.Recency) / end;
        double term = 1;
        double harmonic = 0;
        double sum = 1;
        double slopeR = 0;
        double slopeAlpha = 0;
        for (int j = 1; j < regularity; j++)
        {
            harmonic += 1 / (shape + j - 1);
            term *= (shape + j - 1) / j * share;
            sum += term;
            slopeR += term * harmonic;
            slopeAlpha -= term * j / end;
        }

        return (sum, slopeR, slopeAlpha);
    }

    private Run[] Runs(double r, double logAlpha, double a, double b)
    {
        var runs = new Run[_runs.Frequencies.Length];
        double digammaR = GammaFunctions.Digamma(r);
        double digammaB = GammaFunctions.Digamma(b);
        double digammaAB = GammaFunctions.Digamma(a + b);
        double perPurchase = GammaFunctions.LogGamma(regularity);
        for (int i = 0; i < runs.Length; i++)
        {
            int x = _runs.Frequencies[i];
            int ticks = regularity * x;
            int chances = x + _offset;
            double spared = digammaAB - GammaFunctions.Digamma(a + b + chances);
            runs[i] = new Run(
                r + ticks,
                GammaFunctions.LogRising(r, ticks) - (x * perPurchase) + (r * logAlpha) + GammaFunctions.LogBetaRatio(a, b, chances),
                GammaFunctions.Digamma(r + ticks) - digammaR + logAlpha,
                spared,
                GammaFunctions.Digamma(b + chances) - digammaB + spared,
                chances > 0,
                chances > 0 ? Math.Log(a / (b + chances - 1)) : 0,
                chances > 0 ? 1 / (b + chances - 1) : 0);
        }

        return runs;
    }

    // What customers of one frequency share; HasChance: whether they had an occasion to stop.
    private readonly record struct Run(
        double Shape, double Level, double SlopeR, double SlopeA, double SlopeB, bool HasChance, double LogOdds, double OverB);
}

using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Transactions;

/// <summary>Minus the mean log-likelihood of the NBD model over grouped customers, with its gradient in the logarithms of r and alpha.</summary>
internal sealed class NbdLikelihood(PurchaseGroups groups)
{
    private readonly FrequencyRuns _runs = new(groups);

    public double Evaluate(ReadOnlySpan<double> logs, Span<double> gradient)
    {
        double r = Math.Exp(logs[0]);
        double alpha = Math.Exp(logs[1]);
        double digamma = GammaFunctions.Digamma(r);
        int[] frequencies = _runs.Frequencies;
        var level = new double[frequencies.Length];
        var slope = new double[frequencies.Length];
        for (int i = 0; i < frequencies.Length; i++)
        {
            level[i] = GammaFunctions.LogRising(r, frequencies[i]) + (r * logs[1]);
            slope[i] = GammaFunctions.Digamma(r + frequencies[i]) - digamma + logs[1];
        }

        double[] sums = BlockSum.Of(groups.Summaries.Length, 3, (from, to, sums) =>
        {
            for (int i = from; i < to; i++)
            {
                PurchaseSummary customer = groups.Summaries[i];
                double weight = groups.Weights[i];
                double shape = r + customer.Frequency;
                double log = Math.Log(alpha + customer.Age);
                sums[0] += weight * (level[_runs.OfGroup[i]] - (shape * log));
                sums[1] += weight * (slope[_runs.OfGroup[i]] - log);
                sums[2] += weight * ((r / alpha) - (shape / (alpha + customer.Age)));
            }
        });
        gradient[0] = -sums[1] * r / groups.Customers;
        gradient[1] = -sums[2] * alpha / groups.Customers;
        return -sums[0] / groups.Customers;
    }
}

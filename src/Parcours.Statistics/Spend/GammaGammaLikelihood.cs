using System.Runtime.InteropServices;
using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Spend;

/// <summary>
/// The Gamma-Gamma log-likelihood of a base and its gradient. Gamma functions depend on the frequency alone and the rest on a customer's total, so equal
/// frequencies and equal totals are added up once, and an evaluation costs one logarithm for each different total.
/// </summary>
/// <remarks>Amounts are divided by <see cref="Scale"/>, their mean, so that the search starts from the same place in any currency.</remarks>
internal sealed class GammaGammaLikelihood
{
    private readonly double[] _frequencies;
    private readonly double[] _customers;
    private readonly double[] _totals;
    private readonly double[] _customersOfTotal;
    private readonly double[] _purchasesOfTotal;
    private readonly double _sumOfLogMeans;
    private readonly double _weightedLogTotals;

    /// <summary>Gathers customers who all have a repeat purchase and a mean spend above 0.</summary>
    public GammaGammaLikelihood(IReadOnlyCollection<SpendSummary> customers)
    {
        Customers = customers.Count;
        Scale = customers.Sum(customer => customer.MeanSpend / Customers);
        var byFrequency = new Dictionary<int, int>();
        var byTotal = new Dictionary<double, (int Customers, long Purchases)>();
        foreach (SpendSummary customer in customers)
        {
            // Rounded to a billionth of the mean: the same total reached by two sums is one total.
            double mean = customer.MeanSpend / Scale;
            double total = RoundedTotal(mean * customer.Frequency);
            CollectionsMarshal.GetValueRefOrAddDefault(byFrequency, customer.Frequency, out _)++;
            ref (int Customers, long Purchases) cell = ref CollectionsMarshal.GetValueRefOrAddDefault(byTotal, total, out _);
            cell = (cell.Customers + 1, cell.Purchases + customer.Frequency);
            _sumOfLogMeans += Math.Log(mean);
            _weightedLogTotals += customer.Frequency * Math.Log(mean * customer.Frequency);
        }

        KeyValuePair<int, int>[] frequencies = [.. byFrequency.OrderBy(cell => cell.Key)];
        _frequencies = [.. frequencies.Select(cell => (double)cell.Key)];
        _customers = [.. frequencies.Select(cell => (double)cell.Value)];
        KeyValuePair<double, (int Customers, long Purchases)>[] totals = [.. byTotal.OrderBy(cell => cell.Key)];
        _totals = [.. totals.Select(cell => cell.Key)];
        _customersOfTotal = [.. totals.Select(cell => (double)cell.Value.Customers)];
        _purchasesOfTotal = [.. totals.Select(cell => (double)cell.Value.Purchases)];
    }

    /// <summary>How many customers were gathered.</summary>
    public int Customers { get; }

    /// <summary>Mean over customers of their mean spend: the unit of the search's amounts.</summary>
    public double Scale { get; }

    /// <summary>The log-likelihood in the caller's currency, from the one in units of <see cref="Scale"/>.</summary>
    public double InCurrency(double logLikelihood) => logLikelihood - (Customers * Math.Log(Scale));

    /// <summary>The log-likelihood at ln p, ln q, ln(gamma / Scale), and its derivatives by them.</summary>
    public double Evaluate(ReadOnlySpan<double> logParameters, Span<double> gradient)
    {
        double p = Math.Exp(logParameters[0]);
        double q = Math.Exp(logParameters[1]);
        double gamma = Math.Exp(logParameters[2]);
        double digammaOfQ = GammaFunctions.Digamma(q);
        double value = (p * _weightedLogTotals) - _sumOfLogMeans + (Customers * q * logParameters[2]);
        double byP = _weightedLogTotals;
        double byQ = Customers * logParameters[2];
        double byGamma = Customers * q / gamma;
        for (int i = 0; i < _frequencies.Length; i++)
        {
            double px = p * _frequencies[i];
            double digamma = GammaFunctions.Digamma(px + q);
            value -= _customers[i] * GammaFunctions.LogBeta(px, q);
            byP += _customers[i] * _frequencies[i] * (digamma - GammaFunctions.Digamma(px));
            byQ += _customers[i] * (digamma - digammaOfQ);
        }

        for (int i = 0; i < _totals.Length; i++)
        {
            double rate = gamma + _totals[i];
            double log = Math.Log(rate);
            double weight = (p * _purchasesOfTotal[i]) + (q * _customersOfTotal[i]);
            value -= weight * log;
            byP -= _purchasesOfTotal[i] * log;
            byQ -= _customersOfTotal[i] * log;
            byGamma -= weight / rate;
        }

        gradient[0] = p * byP;
        gradient[1] = q * byQ;
        gradient[2] = gamma * byGamma;
        return value;
    }

    private static double RoundedTotal(double total) => total < 1e6 ? Math.Round(total * 1e9) / 1e9 : total;
}

using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Transactions;

/// <summary>
/// What is still to come of a customer who is alive: ticks come at a Gamma(shape, rate) pace, every <c>regularity</c>-th tick is a purchase, and after each
/// purchase the customer stops with a Beta(a, b) chance. BG/NBD, MBG/NBD and MBG/CNBD-k differ only in how they get here.
/// </summary>
/// <remarks>
/// The expected number of purchases is Σ P(at least m purchases without stopping) E(1 - p)^(m-1): a sum of positive terms, equal to the 2F1 form of
/// Fader, Hardie and Lee (2005, equation 10) but without its 0/0 at a = 1.
/// </remarks>
/// <param name="Shape">Shape of the pace; above 0.</param>
/// <param name="Rate">Rate of the pace, in time; above 0.</param>
/// <param name="A">Above 0.</param>
/// <param name="B">Above 0.</param>
/// <param name="Regularity">Ticks to a purchase; 1 or more.</param>
/// <param name="Phase">Ticks already gone since the last purchase; below the regularity.</param>
internal readonly record struct BetaGeometricFuture(double Shape, double Rate, double A, double B, int Regularity = 1, int Phase = 0)
{
    private const int MostTerms = 5_000;
    private const int MostTicks = 5_000_000;
    private const double Beyond = 1e-25;

    /// <summary>The expected number of purchases within <paramref name="time"/>.</summary>
    public double Expected(double time) => time == 0 ? 0 : Sums(time).Expected;

    /// <summary>The probability of being alive after <paramref name="time"/>.</summary>
    public double Alive(double time) => time == 0 ? 1 : Sums(time).Alive;

    /// <summary>The probability of no purchase within <paramref name="time"/>.</summary>
    public double NoPurchase(double time)
    {
        double sum = 0;
        for (int n = 0; n < Regularity - Phase; n++)
        {
            sum += Math.Exp(NegativeBinomial.LogProbability(Shape, time / Rate, n));
        }

        return Math.Min(1, sum);
    }

    /// <summary>The probabilities of 0, 1, 2... purchases within <paramref name="time"/>; the last entries may be 0.</summary>
    public double[] Distribution(double time)
    {
        double odds = time / Rate;
        double[] tick = Ticks(odds, NegativeBinomial.MostCounts * Regularity);
        var purchases = new double[((tick.Length - 1 + Phase) / Regularity) + 1];
        for (int n = 0; n < tick.Length; n++)
        {
            purchases[(n + Phase) / Regularity] += tick[n];
        }

        // Exactly n: n would have come and the customer lived through the first n - 1 of them, or more would have come and the n-th was the end.
        double more = 0;
        for (int n = purchases.Length - 1; n > 0; n--)
        {
            double spared = Math.Exp(GammaFunctions.LogBetaRatio(A, B, n - 1));
            double exactly = purchases[n];
            purchases[n] = spared * (exactly + (more * A / (A + B + n - 1)));
            more += exactly;
        }

        return purchases;
    }

    /// <summary>The probability that the next purchase comes within <paramref name="time"/>.</summary>
    public double Within(double time) => Regularity - Phase == 1 ? -LogSpace.ExpM1(-Shape * LogSpace.Log1P(time / Rate)) : 1 - NoPurchase(time);

    private (double Expected, double Alive) Sums(double time)
    {
        double odds = time / Rate;
        double mean = Shape * odds;
        if (Regularity == 1 && mean + (45 * (1 + odds)) > MostTerms)
        {
            (double shape, double a, double b) = (Shape, A, B);
            return (
                BetaMean.Of(a, b, p => p == 0 ? mean : -LogSpace.ExpM1(-shape * LogSpace.Log1P(p * odds)) / p),
                BetaMean.Of(a, b, p => Math.Exp(-shape * LogSpace.Log1P(p * odds))));
        }

        return Regularity == 1 ? SumsOfEveryTick(odds, mean) : SumsOfEveryFewTicks(odds);
    }

    private (double Expected, double Alive) SumsOfEveryTick(double odds, double mean)
    {
        (int n, double probability, double atLeastNext) = FirstTick(odds, mean);
        double chance = odds / (1 + odds);
        double spared = 1;
        double expected = 0;
        double alive = 0;

        // Ticks before n come for certain.
        for (int i = 0; i < n; i++)
        {
            expected += spared;
            spared *= (B + i) / (A + B + i);
        }

        while (true)
        {
            alive += probability * spared;
            expected += atLeastNext * spared;
            spared *= (B + n) / (A + B + n);
            double ratio = chance * (Shape + n) / (n + 1);
            probability *= ratio;
            atLeastNext = Math.Max(0, atLeastNext - probability);
            n++;
            double left = 1 - Math.Max(ratio, chance);

            // Rounding may keep a probability at the smallest number there is for ever, while alive has fallen to zero.
            if (left > 0 && n > mean && (probability < 1e-300 || probability <= 1e-17 * Math.Min(expected * left * left, alive * left)))
            {
                return (expected, alive);
            }
        }
    }

    private (double Expected, double Alive) SumsOfEveryFewTicks(double odds)
    {
        double[] ticks = Ticks(odds, MostTicks);
        double alive = 0;
        double expected = 0;
        double atLeast = 0;
        int purchases = (ticks.Length - 1 + Phase) / Regularity;
        double spared = Math.Exp(GammaFunctions.LogBetaRatio(A, B, purchases));
        for (int n = ticks.Length - 1; n >= 0; n--)
        {
            alive += ticks[n] * spared;
            atLeast += ticks[n];
            if ((n + Phase) % Regularity == 0 && n > 0)
            {
                purchases--;
                spared *= (A + B + purchases) / (B + purchases);
                expected += atLeast * spared;
            }
        }

        return (expected, alive);
    }

    private double[] Ticks(double odds, int most)
    {
        var ticks = new double[Math.Max(NegativeBinomial.Span(Shape, odds, Beyond, most), Regularity + 1)];
        NegativeBinomial.Fill(Shape, odds, ticks);
        return ticks;
    }

    // A tick count n below which nothing likely lies, P(N = n) and P(N > n).
    private (int N, double Probability, double AtLeastNext) FirstTick(double odds, double mean)
    {
        double none = Shape * LogSpace.Log1P(odds);
        if (none < 600)
        {
            return (0, Math.Exp(-none), -LogSpace.ExpM1(-none));
        }

        int n = (int)Math.Max(0, mean - odds);
        double probability = Math.Exp(NegativeBinomial.LogProbability(Shape, odds, n));
        while (n > 0 && probability > 1e-25)
        {
            probability *= n * (1 + odds) / ((Shape + n - 1) * odds);
            n--;
        }

        return (n, probability, 1);
    }
}

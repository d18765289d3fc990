using Parcours.Statistics.Numerics;
using Parcours.Statistics.Transactions;

namespace Parcours.Statistics.Value;

/// <summary>
/// Expected purchases to come, each discounted to now; over an infinite horizon DERT, the discounted expected residual transactions (Fader, P. S.,
/// Hardie, B. G. S. and Lee, K. L. (2005), "RFM and CLV: Using Iso-Value Curves for Customer Base Analysis", Journal of Marketing Research 42(4), 415-430).
/// </summary>
/// <remarks>
/// Given that a customer is alive at T, what is to come depends on x and T alone in BG/NBD, MBG/NBD, Pareto/NBD and NBD: it is worked out once for each
/// different (x, T), or along T by interpolation where there are many, and multiplied by each customer's own chance of being alive. In Pareto/NBD it
/// is in closed form (as in the paper, with the confluent hypergeometric function of the second kind), elsewhere an integral of the expected
/// purchases by a rule of fixed points, to about eight digits. MBG/CNBD-k knows more of a customer than that: each different customer is integrated.
/// </remarks>
public static class ResidualPurchases
{
    private const int FewAges = 24;
    private const int Block = 1024;

    /// <summary>Expected discounted purchases of every customer, from the end of their window.</summary>
    /// <param name="model">When customers buy and stop.</param>
    /// <param name="groups">What each did, in the model's unit of time.</param>
    /// <param name="rate">The discount rate, in the same unit.</param>
    /// <param name="horizon">How far ahead, in the same unit; 0 or more, infinite for all that is to come.</param>
    /// <returns>One figure per row of the groups, 0 or more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is below 0, or infinite without a discount: that sum may have no end.</exception>
    public static double[] Expected(ITransactionModel model, PurchaseGroups groups, DiscountRate rate, double horizon = double.PositiveInfinity)
    {
        double[] answers = OfGroups(model, groups, rate, horizon);
        return Array.ConvertAll(groups.GroupOfRow.ToArray(), group => answers[group]);
    }

    /// <summary>The same with one figure per group.</summary>
    internal static double[] OfGroups(ITransactionModel model, PurchaseGroups groups, DiscountRate rate, double horizon)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(groups);
        if (!(horizon >= 0) || (double.IsInfinity(horizon) && rate.PerUnit == 0))
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "0 or more, and finite when nothing is discounted.");
        }

        PurchaseSummary[] customers = groups.Summaries.ToArray();
        if (model is not (ParetoNbd or BgNbd or MbgNbd or Nbd))
        {
            return OfEach(customers, customer => DiscountedIntegral.OfCumulative(time => model.ExpectedPurchases(customer, time), rate.PerUnit, horizon));
        }

        Dictionary<(int Frequency, double Age), double> whenAlive = WhenAlive(model, customers, rate.PerUnit, horizon);
        return OfEach(customers, customer => model.ProbabilityAlive(customer) * whenAlive[(customer.Frequency, customer.Age)]);
    }

    private static double[] OfEach(PurchaseSummary[] customers, Func<PurchaseSummary, double> answer)
    {
        var answers = new double[customers.Length];
        Parallel.For(0, (customers.Length + Block - 1) / Block, block =>
        {
            int end = Math.Min(customers.Length, (block + 1) * Block);
            for (int i = block * Block; i < end; i++)
            {
                answers[i] = answer(customers[i]);
            }
        });
        return answers;
    }

    private static Dictionary<(int Frequency, double Age), double> WhenAlive(
        ITransactionModel model, PurchaseSummary[] customers, double rate, double horizon)
    {
        var agesOf = new SortedDictionary<int, HashSet<double>>();
        foreach (PurchaseSummary customer in customers)
        {
            if (!agesOf.TryGetValue(customer.Frequency, out HashSet<double>? ages))
            {
                agesOf.Add(customer.Frequency, ages = []);
            }

            ages.Add(customer.Age);
        }

        (int Frequency, double[] Ages)[] rows = [.. agesOf.Select(row => (row.Key, row.Value.ToArray()))];
        var answers = new double[rows.Length][];
        Parallel.For(0, rows.Length, i => answers[i] = AlongAges(model, rows[i].Frequency, rows[i].Ages, rate, horizon));
        var whenAlive = new Dictionary<(int, double), double>();
        for (int i = 0; i < rows.Length; i++)
        {
            for (int j = 0; j < answers[i].Length; j++)
            {
                whenAlive.Add((rows[i].Frequency, rows[i].Ages[j]), answers[i][j]);
            }
        }

        return whenAlive;
    }

    // As a function of ln(alpha + T) the answer has no singularity within π of the line, so few Chebyshev points give its logarithm to nine digits.
    private static double[] AlongAges(ITransactionModel model, int frequency, double[] ages, double rate, double horizon)
    {
        double alpha = model.Parameters[1];
        double low = Math.Log(alpha + ages.Min());
        double high = Math.Log(alpha + ages.Max());
        int points = FewAges + (int)Math.Ceiling(3 * (high - low));
        if (horizon == 0 || ages.Length <= points || model is ParetoNbd)
        {
            return Array.ConvertAll(ages, age => OfOne(model, frequency, age, rate, horizon));
        }

        var curve = new ChebyshevCurve(low, high, points, at => Math.Log(OfOne(model, frequency, Math.Max(0, Math.Exp(at) - alpha), rate, horizon)));
        return Array.ConvertAll(ages, age => Math.Exp(curve.At(Math.Log(alpha + age))));
    }

    /// <summary>What a customer who is alive at T after x repeat purchases is expected to buy, discounted.</summary>
    internal static double OfOne(ITransactionModel model, int frequency, double age, double rate, double horizon)
    {
        // A customer who is alive under BG/NBD or MBG/NBD is a new one of BG/NBD whose pace and chance to stop are better known.
        return model switch
        {
            ParetoNbd pareto => ParetoResidual.WhenAlive(pareto, frequency, age, rate, horizon),
            BgNbd bg => OfNew(new BgNbd(bg.R + frequency, bg.Alpha + age, bg.A, bg.B + frequency)),
            MbgNbd mbg => OfNew(new BgNbd(mbg.R + frequency, mbg.Alpha + age, mbg.A, mbg.B + frequency + 1)),
            Nbd nbd => OfNew(new Nbd(nbd.R + frequency, nbd.Alpha + age)),
            _ => throw new ArgumentOutOfRangeException(nameof(model), model.Id, "Not a model without memory."),
        };

        double OfNew(ITransactionModel alive) => DiscountedIntegral.OfCumulative(alive.ExpectedPurchasesOfNew, rate, horizon);
    }
}

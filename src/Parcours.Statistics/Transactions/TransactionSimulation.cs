using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Transactions;

/// <summary>Draws customers from a model, to see what it believes, to test a method, or to measure how sure a fit is.</summary>
public static class TransactionSimulation
{
    /// <summary>One summary for each age: a pace and a propensity to stop are drawn for the customer, then every purchase in turn.</summary>
    /// <param name="model">Any model of continuous time: <c>bgnbd</c>, <c>mbgnbd</c>, <c>mbgcnbd</c>, <c>pnbd</c> or <c>nbd</c>.</param>
    /// <param name="ages">T of each customer; 0 or more.</param>
    /// <param name="seed">The same seed gives the same customers, on any machine and any number of cores.</param>
    /// <exception cref="ArgumentException">The model is not one of those.</exception>
    public static PurchaseSummary[] Draw(ITransactionModel model, IReadOnlyList<double> ages, ulong seed)
    {
        Func<SeededRandom, double, PurchaseSummary> draw = model switch
        {
            BetaGeometricModel family => (random, age) => Customer(random, age, family),
            ParetoNbd pareto => (random, age) => Customer(random, age, pareto),
            Nbd nbd => (random, age) => Customer(random, age, age, random.NextGamma(nbd.R, nbd.Alpha)),
            _ => throw new ArgumentException($"The model {model.Id} has no simulator.", nameof(model)),
        };
        var customers = new PurchaseSummary[ages.Count];
        BlockSum.ForBlocks(customers.Length, (block, from, to) =>
        {
            var random = new SeededRandom(seed, (ulong)block);
            for (int i = from; i < to; i++)
            {
                customers[i] = draw(random, ages[i]);
            }
        });
        return customers;
    }

    private static PurchaseSummary Customer(SeededRandom random, double age, BetaGeometricModel model)
    {
        double pace = random.NextGamma(model.R, model.Alpha);
        double stops = random.NextBeta(model.A, model.B).Value;
        int regularity = (model as MbgCnbd)?.Regularity ?? 1;
        int purchases = 0;
        double last = 0;
        bool alive = model is BgNbd || random.NextDouble() >= stops;
        while (alive)
        {
            double next = last + (regularity == 1 ? random.NextExponential(pace) : random.NextGamma(regularity, pace));
            if (!(next <= age))
            {
                break;
            }

            last = next;
            purchases++;
            alive = random.NextDouble() >= stops;
        }

        return new PurchaseSummary(purchases, last, age);
    }

    private static PurchaseSummary Customer(SeededRandom random, double age, ParetoNbd model)
    {
        double pace = random.NextGamma(model.R, model.Alpha);
        double life = random.NextExponential(random.NextGamma(model.S, model.Beta));
        return Customer(random, age, Math.Min(age, life), pace);
    }

    // The last of n purchases spread evenly over the active time.
    private static PurchaseSummary Customer(SeededRandom random, double age, double active, double pace)
    {
        int purchases = random.NextPoisson(pace * active);
        return new PurchaseSummary(purchases, purchases == 0 ? 0 : active * Math.Pow(random.NextDouble(), 1.0 / purchases), age);
    }
}

using Parcours.Statistics.Numerics;
using Parcours.Statistics.Recommendation;

namespace Parcours.Bench.NextNeed;

/// <summary>Baskets of customers who each have a taste: most lines are of one group of a hundred products, the others of any, popular products more often.</summary>
internal static class RandomBaskets
{
    private const int GroupSize = 100;

    public static Baskets Of(int customers, int products, ulong seed)
    {
        var random = new SeededRandom(seed);
        var baskets = new BasketsBuilder(products);
        var lines = new List<int>();
        for (int customer = 0; customer < customers; customer++)
        {
            baskets.StartCustomer();
            int taste = random.NextInt(products / GroupSize) * GroupSize;
            int orders = 1 + random.NextPoisson(5);
            int day = random.NextInt(365);
            for (int order = 0; order < orders; order++)
            {
                lines.Clear();
                for (int line = 1 + random.NextPoisson(2); line > 0; line--)
                {
                    double draw = random.NextDouble();
                    lines.Add(random.NextDouble() < 0.7 ? taste + (int)(draw * draw * GroupSize) : (int)(draw * draw * products));
                }

                baskets.Add(day, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(lines));
                day += 1 + random.NextInt(90);
            }
        }

        return baskets.ToBaskets();
    }
}

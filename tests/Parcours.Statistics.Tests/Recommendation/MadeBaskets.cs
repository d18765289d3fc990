using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Recommendation;

/// <summary>Baskets written by hand or drawn at random.</summary>
internal static class MadeBaskets
{
    /// <summary>Each customer's baskets, a week apart.</summary>
    public static Baskets Of(int itemCount, params int[][][] customers)
    {
        var builder = new BasketsBuilder(itemCount);
        foreach (int[][] customer in customers)
        {
            builder.StartCustomer();
            for (int i = 0; i < customer.Length; i++)
            {
                builder.Add(i * 7, customer[i]);
            }
        }

        return builder.ToBaskets();
    }

    /// <summary>Customers who each like one of several groups of ten items and buy two or three of it, in one to eight baskets, with one item of chance in each.</summary>
    public static int[][][] WithTastes(int customers, int groups, ulong seed)
    {
        var random = new SeededRandom(seed);
        int Below(int count) => (int)(random.NextDouble() * count);
        return
        [
            .. Enumerable.Range(0, customers).Select(_ =>
            {
                int taste = Below(groups) * 10;
                return Enumerable.Range(0, 1 + Below(8))
                    .Select(_ => Enumerable.Range(0, 2 + Below(2)).Select(_ => taste + Below(10)).Append(Below(groups * 10)).Distinct().ToArray()).ToArray();
            }),
        ];
    }
}

using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Transactions;

public sealed class PurchaseGroupsTests
{
    [Fact]
    public void Equal_summaries_are_told_once_in_order()
    {
        PurchaseGroups groups = PurchaseGroups.Of([new(2, 3, 4), new(0, 0, 4), new(2, 3, 4), new(0, 0, 3)]);

        Assert.Equal([new(0, 0, 3), new(0, 0, 4), new(2, 3, 4)], groups.Summaries.ToArray());
        Assert.Equal([1, 1, 2], groups.Weights.ToArray());
        Assert.Equal([2, 1, 2, 0], groups.GroupOfRow.ToArray());
        Assert.Equal(4, groups.Customers);
    }

    [Fact]
    public void Weighted_rows_are_added_up()
    {
        PurchaseGroups groups = PurchaseGroups.Of([new(1, 1, 2), new(1, 1, 2)], [10, 5]);

        Assert.Equal([15], groups.Weights.ToArray());
        Assert.Equal(15, groups.Customers);
    }

    [Fact]
    public void Many_distinct_summaries_all_keep_their_own_place()
    {
        var random = new SeededRandom(11);
        PurchaseSummary[] rows = [.. Enumerable.Range(0, 100_000).Select(_ => new PurchaseSummary(1 + random.NextInt(5), random.NextInt(200) / 7.0, 30 + random.NextInt(60)))];
        PurchaseGroups groups = PurchaseGroups.Of(rows);

        Assert.Equal(rows.Distinct().Count(), groups.Summaries.Length);
        Assert.Equal(rows.Select(row => row.Age), groups.ForEachRow(customer => customer.Age));
        Assert.Equal(rows.Select(row => row.Recency), groups.ForEachRow(customer => customer.Recency));
    }

    [Fact]
    public void Rows_that_break_their_ranges_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => PurchaseGroups.Of([new(1, 5, 4)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PurchaseGroups.Of([new(1, 1, 4)], [0]));
        Assert.Throws<ArgumentException>(() => PurchaseGroups.Of([new(1, 1, 4)], [1, 2]));
    }

    [Fact]
    public void Block_sums_are_those_of_the_blocks_in_order_to_the_last_bit()
    {
        const int Items = 100_000;
        const int Block = 2048;
        double expected = 0;
        for (int from = 0; from < Items; from += Block)
        {
            double part = 0;
            for (int i = from; i < Math.Min(Items, from + Block); i++)
            {
                part += Math.Sin(i);
            }

            expected += part;
        }

        for (int run = 0; run < 5; run++)
        {
            Assert.Equal(expected, BlockSum.Of(Items, 1, (from, to, sums) =>
            {
                for (int i = from; i < to; i++)
                {
                    sums[0] += Math.Sin(i);
                }
            })[0]);
        }
    }
}

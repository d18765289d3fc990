using System.Runtime.InteropServices;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;

namespace Parcours.Engine.Samples;

public sealed class SampleShopTests
{
    private static readonly Lazy<HistoryBase> Mix = new(() => SampleShop.Histories(20_000, 7));

    [Fact]
    public void Shop_drawn_twice_is_the_same_to_the_byte()
    {
        HistoryBase one = SampleShop.Histories(70_000, 11);
        HistoryBase two = SampleShop.Histories(70_000, 11);

        Assert.Equal(one.Segments.Length, two.Segments.Length);
        foreach ((Segment left, Segment right) in one.Segments.Zip(two.Segments))
        {
            Assert.True(MemoryMarshal.AsBytes<Fact>(left.Facts).SequenceEqual(MemoryMarshal.AsBytes<Fact>(right.Facts)));
            Assert.True(left.FactIds.AsSpan().SequenceEqual(right.FactIds));
            Assert.True(left.Links.AsSpan().SequenceEqual(right.Links));
            Assert.True(left.Extras.AsSpan().SequenceEqual(right.Extras));
        }
    }

    [Fact]
    public void Another_seed_gives_another_shop() =>
        Assert.NotEqual(SampleShop.Histories(100, 1)[0].Facts.ToArray(), SampleShop.Histories(100, 2)[0].Facts.ToArray());

    [Fact]
    public void Larger_shop_begins_with_the_smaller_one()
    {
        HistoryBase small = SampleShop.Histories(500, 3);
        HistoryBase large = SampleShop.Histories(2_000, 3);
        for (int subject = 0; subject < 2 * Block.Subjects; subject++)
        {
            if (small.Subjects.TypeOf(subject) == SubjectType.Customer)
            {
                Assert.Equal(small.Subjects.KeyOf(subject), large.Subjects.KeyOf(subject));
                Assert.True(small[subject].Facts.SequenceEqual(large[subject].Facts));
            }
        }
    }

    [Fact]
    public void Facts_are_in_the_order_of_facts_and_inside_the_shops_years()
    {
        HistoryBase histories = Mix.Value;
        long end = new ShopClock(SampleOptions.DefaultUntil, histories.Calendar).End.Micros;
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            ReadOnlySpan<Fact> facts = histories[subject].Facts;
            for (int i = 1; i < facts.Length; i++)
            {
                Assert.True(facts[i - 1].At < facts[i].At || (facts[i - 1].At == facts[i].At && facts[i - 1].Kind <= facts[i].Kind));
            }

            Assert.True(facts.IsEmpty || facts[^1].At.Micros <= end);
        }
    }

    [Fact]
    public void Order_is_the_sum_of_its_lines_and_what_follows_it_shares_its_link()
    {
        HistoryBase histories = Mix.Value;
        int refunds = 0;
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            History history = histories[subject];
            var orders = new Dictionary<int, (long Total, long Lines, long Refunded)>();
            for (int i = 0; i < history.Count; i++)
            {
                Fact fact = history.Facts[i];
                int link = history.Links[i];
                switch (fact.Kind)
                {
                    case FactKind.Order:
                        Assert.True(fact.Value > 0);
                        orders.Add(link, (fact.Value, 0, 0));
                        break;
                    case FactKind.OrderLine:
                        orders[link] = orders[link] with { Lines = orders[link].Lines + fact.Value };
                        break;
                    case FactKind.Refund:
                        refunds++;
                        orders[link] = orders[link] with { Refunded = orders[link].Refunded + fact.Value };
                        break;
                    case FactKind.Delivery or FactKind.Cancellation or FactKind.ProductReturn or FactKind.CouponUsed:
                        Assert.True(orders.ContainsKey(link));
                        break;
                }
            }

            Assert.All(orders.Values, order => Assert.True(order.Total == order.Lines && order.Refunded <= order.Total));
        }

        Assert.InRange(refunds, 1_000, 4_000);
    }

    [Fact]
    public void Line_amount_is_its_quantity_at_some_price()
    {
        HistoryBase histories = Mix.Value;
        var weights = new HashSet<int>();
        for (int subject = 0; subject < 5_000; subject++)
        {
            History history = histories[subject];
            for (int i = 0; i < history.Count; i++)
            {
                if (history.Facts[i].Kind == FactKind.OrderLine)
                {
                    weights.Add(history.ExtraOf(i).Quantity);
                    Assert.NotEqual(0, histories.Vocabulary.CategoryOf(history.Facts[i].Item));
                }
            }
        }

        Assert.Subset(new HashSet<int>([100, 150, 200, 250, 300, 350, 400, 450, 500, 1_000, 2_000, 3_000]), weights);
        Assert.Contains(2_000, weights);
        Assert.Contains(250, weights);
    }

    [Fact]
    public void Message_ids_of_a_shop_are_distinct()
    {
        var shop = new Shop(new SampleOptions(5_000, 7));
        var buffer = new FactBuffer(shop);
        var life = new CustomerLife(shop, buffer);
        var seen = new HashSet<UInt128>();
        for (int customer = 0; customer < 5_000; customer++)
        {
            life.Live(customer);
            foreach (ShopFact fact in buffer.Facts)
            {
                Assert.True(seen.Add(buffer.MessageIdOf(fact)));
            }
        }
    }

    [Fact]
    public void Orders_only_holds_twenty_orders_a_customer_and_nothing_else()
    {
        HistoryBase histories = SampleShop.Histories(20_000, 7, ordersOnly: true);

        Assert.Equal(20_000, histories.SubjectCount);
        Assert.InRange(histories.FactCount / 20_000.0, 19, 21);
        Assert.All(histories.Segments, segment => Assert.All(segment.Facts, fact => Assert.Equal(FactKind.Order, fact.Kind)));
    }
}

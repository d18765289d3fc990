namespace Parcours.Statistics.Recommendation;

public sealed class BasketsTests
{
    [Fact]
    public void Basket_holds_each_item_once_in_ascending_order()
    {
        Baskets baskets = MadeBaskets.Of(5, [[3, 1, 3, 0]]);

        Assert.Equal([0, 1, 3], baskets.ItemsOf(0).ToArray());
        Assert.Equal((1, 1, 3), (baskets.CustomerCount, baskets.Count, baskets.LineCount));
    }

    [Fact]
    public void Empty_basket_is_passed_over() => Assert.Equal(1, MadeBaskets.Of(5, [[], [2], []]).Count);

    [Fact]
    public void Last_basket_is_held_out_where_another_is_left()
    {
        Baskets before = MadeBaskets.Of(5, [[0], [1], [2]], [[3]], []).WithoutLast();

        Assert.Equal((0, 2), (before.StartOf(0), before.EndOf(0)));
        Assert.Equal((2, 3), (before.StartOf(1), before.EndOf(1)));
        Assert.Equal((3, 3), (before.StartOf(2), before.EndOf(2)));
        Assert.Equal([1, 1, 0, 1, 0], before.CountByItem());
    }

    [Fact]
    public void Baskets_out_of_time_order_are_a_bug()
    {
        var builder = new BasketsBuilder(3);
        Assert.Throws<InvalidOperationException>(() => builder.Add(1, [0]));
        builder.StartCustomer();
        builder.Add(5, [0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(4, [0]));
        builder.StartCustomer();
        builder.Add(4, [0]);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void Item_out_of_range_is_a_bug(int item)
    {
        var builder = new BasketsBuilder(3);
        builder.StartCustomer();
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(0, [item]));
    }
}

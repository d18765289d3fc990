using Parcours.Domain.Facts;

namespace Parcours.Engine.NextNeed;

public sealed class PurchasedBasketsTests
{
    [Fact]
    public void Baskets_are_cut_at_the_date_and_leave_out_cancelled_orders()
    {
        LinesByHand shop = new LinesByHand().Buys("anna", (0, "a1 b1"), (10, "a2"), (20, "b2")).Buys("boris", (5, "a1")).Cancelled(15);

        Assert.Equal(["a1", "a2", "b1", "b2"], Items(shop.Bought()!));
        Assert.Equal((1, 3), (shop.Bought()!.Customers, shop.Bought()!.Products.Baskets.Count));
        Assert.Equal((2, 3), (shop.Bought(10)!.Customers, shop.Bought(10)!.Products.Baskets.Count));
        Assert.Null(shop.Bought(-1));
    }

    [Fact]
    public void Orders_of_one_instant_are_one_basket()
    {
        PurchasedBaskets bought = new LinesByHand().Buys("anna", (0, "a1"), (0, "b1")).Bought()!;

        Assert.Equal(2, bought.Products.Baskets.ItemsOf(0).Length);
        Assert.Equal(1, bought.Products.Baskets.Count);
    }

    [Fact]
    public void Categories_have_baskets_of_their_own()
    {
        PurchasedBaskets bought = new LinesByHand().Buys("anna", (0, "a1 a2 b1")).Bought()!;

        Assert.Equal(["category a", "category b"], bought.Categories.Terms.Select(bought.Histories.Vocabulary.TextOf));
        Assert.Equal([0, 1], bought.Categories.Baskets.ItemsOf(0).ToArray());
    }

    [Fact]
    public void Amount_is_the_mean_paid_else_the_price_of_the_catalogue()
    {
        var shop = new LinesByHand();
        shop.Buys("anna", (0, "a1"), (5, "b1"));

        PurchasedBaskets bought = shop.Bought()!;

        Assert.Equal([new Money(100, LinesByHand.Euro), new Money(200, LinesByHand.Euro)], bought.Products.Amounts.Select(amount => amount!.Value));
        // Each product's category holds it alone, so that the means agree.
        Assert.Equal(bought.Products.Amounts, bought.Categories.Amounts);
    }

    private static IEnumerable<string> Items(PurchasedBaskets bought) => bought.Products.Terms.Select(bought.Histories.Vocabulary.TextOf);
}

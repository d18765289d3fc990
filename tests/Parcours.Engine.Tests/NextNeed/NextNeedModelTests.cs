namespace Parcours.Engine.NextNeed;

public sealed class NextNeedModelTests
{
    [Fact]
    public void Reasons_are_in_words_in_both_languages()
    {
        LinesByHand shop = new LinesByHand().Buys("anna", (0, "a1"), (20, "a1"), (46, "a1 b1")).Buys("boris", (3, "a1 c1")).Buys("carla", (4, "d1")).Says("a1", """{"name":"Green tea"}""");
        PurchasedBaskets bought = shop.Bought(76)!;

        NeedLists products = NextNeedModel.Learn(bought).Of(0, 5).Products;

        string[] again = [.. products.Again.SelectMany(need => Words(bought, need))];
        Assert.Contains("bought every 23 days, last 30 days ago", again);
        Assert.Contains("acheté tous les 23 jours, la dernière fois il y a 30 jours", again);
        Assert.Contains("bought once, 30 days ago", again);
        string[] others = [.. products.New.SelectMany(need => Words(bought, need))];
        // Boris, one of the two buyers of a1, bought c1, which one customer in three did.
        Assert.Contains("bought by those who bought Green tea: lift 1.5", others);
        Assert.Contains("acheté par ceux qui ont acheté Green tea : lift 1,5", others);
        Assert.Contains("among the best-sellers", others);
    }

    [Fact]
    public void Products_out_of_stock_are_not_proposed()
    {
        LinesByHand shop = new LinesByHand().Buys("anna", (0, "a1 a2"), (9, "a1 a2")).Buys("boris", (0, "a1 b1 b2"))
            .Says("a2", """{"stock":"0"}""").Says("b1", """{"stock":"rupture"}""").Says("b2", """{"stock":"3"}""");
        PurchasedBaskets bought = shop.Bought()!;

        NeedLists products = NextNeedModel.Learn(bought).Of(0, 5).Products;

        Assert.Equal([shop.Term("a1")], products.Again.Select(need => need.Term));
        Assert.Equal([shop.Term("b2")], products.New.Select(need => need.Term));
    }

    [Fact]
    public void Usual_size_keeps_what_the_customer_can_use_in_that_category()
    {
        LinesByHand shop = new LinesByHand()
            .Buys("anna", (0, "a38"), (5, "a40"), (9, "a38"), (10, "c1"))
            .Buys("boris", (0, "a38 a38x a40 a40x b40 b38 a"));
        foreach (string product in new[] { "a38", "a38x", "b38", "a40", "a40x", "b40" })
        {
            shop.Says(product, $$"""{"size":"{{product[1..3]}}"}""");
        }

        PurchasedBaskets bought = shop.Bought()!;
        NeedLists products = NextNeedModel.Learn(bought).Of(0, 9).Products;

        Assert.Equal(["a38", "c1"], Texts(bought, products.Again).Order());
        // The other a in 38 and the one without a size; both sizes of b, where she bought none.
        Assert.Equal(["a", "a38x", "b38", "b40"], Texts(bought, products.New).Order());
    }

    [Fact]
    public void Expected_value_is_the_rate_times_what_a_basket_spends()
    {
        var shop = new LinesByHand();
        for (int i = 0; i < 60; i++)
        {
            shop.Buys($"c{i:00}", (0, i % 2 == 0 ? "a1" : "b1"), (7, "a1"), (14, i % 3 == 0 ? "c1" : "a1"));
        }

        PurchasedBaskets bought = shop.Bought()!;
        var model = NextNeedModel.Learn(bought);
        Need first = model.Of(0, 1).Products.Again[0];

        // Two customers in three end with what they bought most.
        Assert.Equal(60, model.ProductBacktest.Customers);
        Assert.Equal(2.0 / 3, first.Probability!.Value, 12);
        Assert.Equal((long)Math.Round(200.0 / 3 * shop.Term("a1")), first.ExpectedValue!.Value.Minor);
    }

    [Fact]
    public void Customer_without_a_purchase_gets_best_sellers()
    {
        PurchasedBaskets bought = new LinesByHand().Buys("anna", (0, "a1"), (5, "a2")).Buys("late", (50, "b1")).Bought(20)!;

        CustomerNeeds needs = NextNeedModel.Learn(bought).Of(1, 3);

        Assert.Empty(needs.Products.Again);
        Assert.All(needs.Products.New, need => Assert.Equal(NeedReasonKind.BestSeller, need.Reason.Kind));
        Assert.Equal(2, needs.Products.New.Count);
    }

    private static string[] Words(PurchasedBaskets bought, Need need) => [need.Reason.Words(bought.NameOf).En, need.Reason.Words(bought.NameOf).Fr];

    private static IEnumerable<string> Texts(PurchasedBaskets bought, IReadOnlyList<Need> needs) => needs.Select(need => bought.Histories.Vocabulary.TextOf(need.Term));
}

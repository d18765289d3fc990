namespace Parcours.Engine.NextNeed;

public sealed class NeedPairsTests
{
    private readonly LinesByHand _shop = new();
    private readonly PurchasedBaskets _bought;

    public NeedPairsTests()
    {
        // Ten customers buy tea with a lamp, ten buy two teas together and then a cup, many buy one thing, then one that has nothing to do with it.
        for (int i = 0; i < 10; i++)
        {
            _shop.Buys($"x{i}", (0, "tea1 lamp"), (9, "vase"));
            _shop.Buys($"y{i}", (0, "tea2 tea3"), (9, "cup"));
        }

        for (int i = 0; i < 200; i++)
        {
            _shop.Buys($"z{i:000}", (0, $"other{i % 7}"), (9, $"other{i / 7 % 7}"));
        }

        _bought = _shop.Bought()!;
    }

    [Fact]
    public void Unexpected_pairs_lie_across_categories()
    {
        var pairs = NeedPairs.Find(_bought);

        Assert.Equal(["lamp-tea1", "tea2-tea3"], Texts(pairs.ProductsTogether).Order());
        Assert.Equal(["lamp-tea1"], Texts(pairs.Unexpected));
        Assert.Equal(["lamp-vase", "tea1-vase", "tea2-cup", "tea3-cup"], Texts(pairs.ProductsNext).Order());
        Assert.Equal(["category l-category t"], Texts(pairs.CategoriesTogether));
        Assert.All(pairs.ProductsTogether, pair => Assert.True(pair.IsSure));
    }

    [Fact]
    public void Figures_gather_what_the_report_shows()
    {
        var figures = NextNeedFigures.Of(_bought, 3);

        Assert.Equal((220, 440, 13), (figures.Customers, figures.Baskets, figures.Products));
        Assert.Equal(3, figures.ProductDemand.Count);
        Assert.Equal(220, figures.ProductBacktest.Customers);
        Assert.Equal("lamp-tea1", Texts(figures.Pairs.Unexpected).Single());
    }

    [Fact]
    public void File_has_every_customer_and_no_formula()
    {
        PurchasedBaskets bought = new LinesByHand().Buys("=1+1", (0, "a1"), (5, "a2")).Buys("boris", (0, "a1 b1")).Says("b1", """{"name":"Tea, \"green\""}""").Bought(20)!;
        using var file = new StringWriter();

        long customers = NextNeedFile.Write(file, NextNeedModel.Learn(bought), 2, "fr");

        string[] lines = file.ToString().Split('\n');
        Assert.Equal(2, customers);
        Assert.Equal(NextNeedFile.Header, lines[0]);
        Assert.Contains(lines, line => line.StartsWith("'=1+1,product,again,1,", StringComparison.Ordinal) && line.Contains("acheté une fois", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("'=1+1,product,new,1,b1,\"Tea, \"\"green\"\"\",category b,", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("boris,category,again,2,category b,", StringComparison.Ordinal));
    }

    private IEnumerable<string> Texts(IEnumerable<NeedPair> pairs) =>
        pairs.Select(pair => _bought.Histories.Vocabulary.TextOf(pair.First) + "-" + _bought.Histories.Vocabulary.TextOf(pair.Second));
}

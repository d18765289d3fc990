using System.Globalization;
using System.Text;
using Parcours.Domain.Facts;

namespace Parcours.Engine.Samples;

public sealed class ShopFileTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void File_adds_up_to_the_orders_of_the_base(bool ordersOnly)
    {
        var shop = new SampleShop(new SampleOptions(2_000, 9) { OrdersOnly = ordersOnly });
        List<Fact> orders = [.. shop.Histories().Segments.SelectMany(segment => segment.Facts).Where(fact => fact.Kind == FactKind.Order)];

        (string header, List<string[]> lines, long count) = Write(shop);

        Assert.Equal("order,customer,date,product,quantity,price,currency", header);
        Assert.Equal(lines.Count, count);
        Assert.All(lines, line => Assert.Equal(7, line.Length));
        decimal sold = lines.Where(line => Amount(line[4]) > 0).Sum(line => Math.Round(Amount(line[4]) * Amount(line[5]), 2, MidpointRounding.ToEven));
        Assert.Equal(orders.Sum(order => order.Value) / 100m, sold);
        Assert.Equal(orders.Count, lines.Select(line => line[0]).Distinct().Count());
        Assert.Equal(!ordersOnly, lines.Exists(line => Amount(line[4]) < 0));
        Assert.All(lines, line => Assert.True(DateTimeOffset.TryParseExact(line[2], "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)));
    }

    [Fact]
    public void File_written_twice_is_the_same_to_the_byte()
    {
        using var one = new MemoryStream();
        using var two = new MemoryStream();
        var options = new SampleOptions(300, 1);
        new SampleShop(options).WriteOrderLines(one);
        new SampleShop(options).WriteOrderLines(two);

        Assert.Equal(one.ToArray(), two.ToArray());
    }

    private static decimal Amount(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static (string Header, List<string[]> Lines, long Count) Write(SampleShop shop)
    {
        using var stream = new MemoryStream();
        long count = shop.WriteOrderLines(stream);
        string[] lines = Encoding.UTF8.GetString(stream.ToArray()).TrimEnd('\n').Split('\n');
        return (lines[0], [.. lines.Skip(1).Select(line => line.Split(','))], count);
    }
}

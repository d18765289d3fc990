using System.Globalization;
using System.Text;
using Parcours.Domain.Facts;
using Parcours.Engine.Import;

namespace Parcours.Engine.Ingestion;

/// <summary>An order is the same facts whether a file or an event tells it.</summary>
public sealed class SameFactsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Orders_of_a_file_and_of_events_are_equal_facts(int seed)
    {
        var random = new Random(seed);
        var file = new StringBuilder("customer,order,date,product,name,category,quantity,price,coupon,order total,currency\n");
        var told = new List<string>();
        for (int order = 0; order < 60; order++)
        {
            string at = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(500_000)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            string currency = random.Next(3) == 0 ? "JPY" : "USD";
            string coupon = random.Next(3) == 0 ? "WELCOME" : string.Empty;
            var products = new List<string>();
            string total = (random.Next(1, 100_000) / 100m).ToString(CultureInfo.InvariantCulture);
            for (int line = random.Next(1, 4); line > 0; line--)
            {
                // One category and name a product, as a catalogue has.
                int product = random.Next(20);
                string quantity = random.Next(2) == 0 ? "1" : (random.Next(1, 5_000) / 1000m).ToString(CultureInfo.InvariantCulture);
                string price = (random.Next(1, 9_999) / 100m).ToString(CultureInfo.InvariantCulture);
                file.Append(CultureInfo.InvariantCulture, $"C{order % 7},A{order},{at},p{product},Name {product},Cat {product % 4},{quantity},{price},{coupon},{total},{currency}\n");
                products.Add($$$"""{"product_id":"p{{{product}}}","name":"Name {{{product}}}","category":"Cat {{{product % 4}}}","quantity":{{{quantity}}},"price":{{{price}}} }""");
            }

            string body = $$$"""
                {"userId":"C{{{order % 7}}}","event":"Order Completed","timestamp":"{{{at}}}",
                "properties":{"order_id":"A{{{order}}}","total":{{{total}}},"currency":"{{{currency}}}","coupon":"{{{coupon}}}","products":[{{{string.Join(',', products)}}}]} }
                """;
            IncomingEvent read = Posted.Event(IngestionEndpoint.Track, body);
            told.AddRange(read.Facts.Select(fact => Line(read.Identities[0].Key, read.At.Micros, fact.Kind, fact.Value, fact.Currency, fact.Item, LinkHash.Of(fact.Link), fact.Quantity)));
        }

        using var shop = new Shop();
        Assert.Null(shop.Import(file.ToString()).Refusal);

        var imported = shop.Store.Facts.Select(fact => Line(
            shop.Store.KeyOf(fact), fact.Fact.At.Micros, FactKinds.NameOf(fact.Fact.Kind), fact.Fact.Value, fact.Fact.Currency, shop.Store.ItemOf(fact), fact.Link, fact.Extra.Quantity));
        Assert.Equal(imported.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    private static string Line(string who, long at, string kind, long value, byte currency, string? item, int link, int quantity) =>
        $"{who} {at} {kind} {value} {currency} {item} {link} {quantity}";
}

using System.Text;

namespace Parcours.Engine.Ingestion;

/// <summary>A company's own names of events.</summary>
public sealed class EventNamesTests
{
    [Theory]
    [InlineData("events: { Commande validée: Order Completed }", "commande validee", """{"order_id":"7","total":3}""", "order value=3.00 EUR link=7 rule=OrderTotal")]
    [InlineData("events: { Wheel Spun: product_use }", "Wheel Spun", """{"product_id":"wheel"}""", "product_use item=wheel")]
    [InlineData("events: { Placed Order: old_order }", "Placed Order", "{}", "old_order")]
    [InlineData("product: sku", "Product Viewed", """{"product_id":"1","sku":"A-1"}""", "product_view item=A-1")]
    public void File_adds_names_and_changes_them(string file, string name, string properties, string fact)
    {
        (EventNames? names, _) = EventNames.Read(file);

        byte[] body = Encoding.UTF8.GetBytes($$"""{"userId":"42","event":"{{name}}","properties":{{properties}}}""");
        Assert.Equal(fact, Posted.Lines(Posted.ReaderOf(names!).Read(IngestionEndpoint.Track, body, Posted.ReceivedAt, Trust.Company).Messages[0].Event!));
    }

    [Theory]
    [InlineData("events:\n  Placed: Order Compleeted\n", 2, "order_completed")]
    [InlineData("event:\n  Placed: Order Completed\n", 1, "events")]
    [InlineData("events:\n  Placed: Something Else Here\n", 2, null)]
    [InlineData("events:\n  Placed:\n", 2, null)]
    [InlineData("events: [a]", 1, null)]
    [InlineData("{", 2, null)]
    public void File_with_an_error_says_where(string file, int line, string? near)
    {
        (EventNames? names, var errors) = EventNames.Read(file);

        Assert.Null(names);
        Assert.Equal(line, errors[0].Line);
        Assert.Equal(near, errors[0].Nearest);
    }

    [Theory]
    [InlineData("Order Completed", "order")]
    [InlineData("order_completed", "order")]
    [InlineData("ORDERCOMPLETED", "order")]
    [InlineData("1st Visit", "event_1st_visit_")]
    public void Names_are_compared_without_case_and_signs(string name, string kind) => Assert.StartsWith(kind, EventNames.BuiltIn.Of(name).Kind, StringComparison.Ordinal);
}

namespace Parcours.Engine.Ingestion;

public sealed class DrawTests
{
    private const string Draw = """{"kind":"assignment","customer":"42","at":"2026-02-01T10:00:00Z","item":"Winter","value":"Holdout","message_id":"d1"}""";

    [Fact]
    public void Draw_posted_by_the_company_keeps_its_campaign_and_its_arm() =>
        Assert.Equal("assignment text=control item=Winter at=2026-02-01T10:00:00Z", Posted.Lines(Posted.Event(IngestionEndpoint.Facts, Draw)));

    [Theory]
    [InlineData("\"item\":\"Winter\",", "")]
    [InlineData("\"Holdout\"", "\" \"")]
    public void Draw_without_its_campaign_or_its_arm_is_put_aside(string part, string by) =>
        Assert.Equal("bad_field", Posted.Reason(IngestionEndpoint.Facts, Draw.Replace(part, by, StringComparison.Ordinal)));

    [Fact]
    public void Draw_that_anybody_could_have_made_up_is_put_aside() =>
        Assert.Equal("bad_field", Posted.Reason(IngestionEndpoint.Facts, Draw, Trust.Public));
}

namespace Parcours.Engine.Ingestion;

/// <summary>Facts posted as they are, in the shape that import takes.</summary>
public sealed class PlainFactTests
{
    [Theory]
    [InlineData("""{"kind":"order","customer":"00002","at":"2021-02-01T10:00:00Z","value":"12.00","currency":"EUR","order":"A1","channel":"web"}""", "order value=12.00 EUR link=A1 channel=Web at=2021-02-01T10:00:00Z rule=OrderTotal")]
    [InlineData("""{"kind":"order_line","customer":"00002","at":"2021-02-01T10:00:00Z","value":12,"item":"mug","category":"Kitchen","order":"A1","quantity":2}""",
        "order_line value=12.00 EUR item=mug category=Kitchen link=A1 quantity=2 at=2021-02-01T10:00:00Z")]
    [InlineData("""{"kind":"trial_started","account":"ACME","at":"2021-03-01","until":"2021-04-01","actor":"00053"}""",
        "trial_started flags=DateOnly at=2021-02-28T23:00:00Z until=2021-03-31T22:00:00Z actor=00053")]
    [InlineData("""{"kind":"wheel_spun","customer":"00002","at":"2021-02-02","payload":{"prize":"none"}}""", "wheel_spun flags=DateOnly at=2021-02-01T23:00:00Z")]
    [InlineData("""{"kind":"attribute_changed","customer":"00002","item":"country","value":"France"}""", "attribute_changed text=France item=country flags=Undated at=1970-01-01T00:00:00Z")]
    public void Fact_is_read_as_import_reads_it(string body, string fact) => Assert.Equal(fact, Posted.Lines(Posted.Event(IngestionEndpoint.Facts, body)));

    [Theory]
    [InlineData("""{"kind":"Order","customer":"1","at":"2021-02-01","value":1}""", "unknown_kind")]
    [InlineData("""{"kind":"order","at":"2021-02-01","value":1}""", "missing_identity")]
    [InlineData("""{"kind":"order","customer":"1","at":"2021-02-01"}""", "missing_amount")]
    [InlineData("""{"kind":"order","customer":"1","at":"2021-02-01","value":"x"}""", "bad_amount")]
    [InlineData("""{"kind":"order","customer":"1","at":"soon","value":1}""", "bad_time")]
    [InlineData("""{"kind":"order","customer":"1","at":"2027-02-01","value":1}""", "future_time")]
    [InlineData("""{"kind":"order","customer":"1","at":"1960-02-01","value":1}""", "early_time")]
    [InlineData("""{"kind":"order","customer":"1","at":"1970-01-01","value":1}""", "early_time")] // midnight in Paris
    [InlineData("""{"kind":"order","customer":"1","at":"2021-02-01","value":1,"currency":"euro"}""", "unknown_currency")]
    [InlineData("""{"kind":"order_line","customer":"1","at":"2021-02-01","value":1,"quantity":"two"}""", "bad_quantity")]
    public void Fact_that_cannot_be_taken_is_put_aside(string body, string reason) => Assert.Equal(reason, Posted.Reason(IngestionEndpoint.Facts, body));

    [Theory]
    [InlineData("""[{"kind":"note","customer":"1","at":"2021-01-01"},{"kind":"note","customer":"2","at":"2021-01-01"}]""")]
    [InlineData("""{"facts":[{"kind":"note","customer":"1","at":"2021-01-01"},{"kind":"note","customer":"2","at":"2021-01-01"}]}""")]
    [InlineData("{\"kind\":\"note\",\"customer\":\"1\",\"at\":\"2021-01-01\"}\r\n\n{\"kind\":\"note\",\"customer\":\"2\",\"at\":\"2021-01-01\"}\n")]
    public void Facts_come_as_a_list_or_one_a_line(string body) =>
        Assert.Equal(["Customer=1", "Customer=2"], Posted.To(IngestionEndpoint.Facts, body).Messages.Select(message => Posted.Who(message.Event!)));

    [Fact]
    public void Stray_line_costs_itself_alone()
    {
        IngestionAnswer answer = Posted.To(IngestionEndpoint.Facts, "{\"kind\":\"note\",\"customer\":\"1\",\"at\":\"2021-01-01\"}\n{oops\n");

        Assert.Equal([null, "not_json"], answer.Messages.Select(message => message.Quarantined?.Reason));
        Assert.Equal("not_json", Posted.To(IngestionEndpoint.Facts, "oops\noops").Refusal!.Reason);
    }

    [Fact]
    public void Permission_given_with_a_browsers_key_is_only_a_claim() =>
        Assert.Equal("opt_in_claimed item=marketing channel=Email at=2021-01-01T00:00:00Z",
            Posted.Lines(Posted.Event(IngestionEndpoint.Facts, """{"kind":"opt_in","customer":"1","at":"2021-01-01T00:00:00Z","item":"marketing","channel":"email"}""", Trust.Public)));
}

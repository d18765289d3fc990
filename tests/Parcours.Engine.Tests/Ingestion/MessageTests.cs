using System.Text;
using System.Text.Json;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;

namespace Parcours.Engine.Ingestion;

/// <summary>Messages of each type: who they are about, when, and what is kept of them.</summary>
public sealed class MessageTests
{
    [Fact]
    public void Identify_gives_keys_attributes_registration_and_consents()
    {
        IncomingEvent read = Posted.Event(IngestionEndpoint.Identify,
            """
            {"userId":"97980cfea0067","anonymousId":"507f191e-810c-1972","traits":{"email":" Peter@Example.COM ","phone":"+33 6 12 34 56 78","name":"Peter Gibbons","plan":"premium","logins":5,
            "vip":true,"address":{"city":"Lyon"},"tags":["a"],"createdAt":"2014-01-15T10:00:00Z","email_opt_in":true,"sms_opt_in":"no","id":"97980cfea0067","nickname":null,"title":""}}
            """);

        Assert.Equal("Customer=97980cfea0067 Email=peter@example.com Phone=+33612345678 Anonymous=507f191e-810c-1972", Posted.Who(read));
        Assert.Equal(
            """
            attribute_changed text=Peter Gibbons item=name rule=IfChanged
            attribute_changed text=premium item=plan rule=IfChanged
            attribute_changed text=5 item=logins rule=IfChanged
            attribute_changed text=true item=vip rule=IfChanged
            registration at=2014-01-15T10:00:00Z rule=Once
            opt_in item=marketing channel=Email rule=IfChanged
            opt_out item=marketing channel=Sms rule=IfChanged
            """.ReplaceLineEndings("\n"), Posted.Lines(read));
    }

    [Fact]
    public void Group_gives_membership_with_the_role_and_attributes_of_the_account()
    {
        IncomingEvent read = Posted.Event(IngestionEndpoint.Group, """{"userId":"42","groupId":"ACME","traits":{"name":"Acme","industry":"Tools","employees":329,"role":"buyer","createdAt":"2020-01-01"}}""");

        Assert.Equal("Customer=42", Posted.Who(read));
        Assert.Equal(new IncomingGroup("ACME", "buyer"), read.Group);
        Assert.Equal(
            """
            attribute_changed text=Acme item=name account=yes rule=IfChanged
            attribute_changed text=Tools item=industry account=yes rule=IfChanged
            attribute_changed text=329 item=employees account=yes rule=IfChanged
            attribute_changed text=2020-01-01 item=createdat account=yes rule=IfChanged
            """.ReplaceLineEndings("\n"), Posted.Lines(read));
    }

    [Theory]
    [InlineData("anon-7", IdentityKind.Anonymous, "anon-7", true)]
    [InlineData("Ann@Shop.example", IdentityKind.Email, "ann@shop.example", false)]
    public void Alias_names_the_earlier_id(string previous, IdentityKind kind, string key, bool mayBeCustomer)
    {
        IncomingEvent read = Posted.Event(IngestionEndpoint.Alias, $$"""{"userId":"42","previousId":"{{previous}}"}""");

        Assert.Equal(new IncomingIdentity(kind, key), read.Alias);
        Assert.Equal(mayBeCustomer ? new IncomingIdentity(IdentityKind.Customer, key) : null, read.AliasOr);
        Assert.Empty(read.Facts);
    }

    [Theory]
    [InlineData(IngestionEndpoint.Page, """{"anonymousId":"a","name":"Home","properties":{"url":"https://shop.example/"}}""", "visit item=Home channel=Web")]
    [InlineData(IngestionEndpoint.Screen, """{"anonymousId":"a","name":"Cart"}""", "visit item=Cart channel=App")]
    public void Page_and_screen_are_visits(IngestionEndpoint endpoint, string body, string facts) => Assert.Equal(facts, Posted.Lines(Posted.Event(endpoint, body)));

    [Theory]
    [InlineData("""{"userId":42,"event":"A"}""", "Customer=42")]
    [InlineData("""{"userId":9007199254740993,"event":"A"}""", "Customer=9007199254740993")]
    [InlineData("""{"userId":"ann@shop.example","event":"A"}""", "Customer=ann@shop.example Email=ann@shop.example")]
    [InlineData("""{"anonymousId":"a","event":"A","context":{"traits":{"email":"B@shop.example"},"externalIds":[{"id":"7","type":"Shopify","collection":"users"},{"id":"8","type":"shopify"},{"id":"x"}]}}""", "Email=b@shop.example Anonymous=a External=shopify:7")]
    [InlineData("""{"anonymousId":"a","event":"Form Submitted","properties":{"email":"c@shop.example"}}""", "Email=c@shop.example Anonymous=a")]
    [InlineData("""{"anonymousId":"a","event":"Invite Sent","properties":{"email":"other@shop.example"}}""", "Anonymous=a")]
    [InlineData("""{"userId":"undefined","anonymousId":"a","event":"A"}""", "Anonymous=a")]
    [InlineData("""{"userId":"0","anonymousId":"a","event":"A"}""", "Anonymous=a")]
    [InlineData("""{"userId":"42","userId":"43","event":"A"}""", "Customer=43")]
    public void Person_is_named_by_every_key_of_the_message(string body, string who) => Assert.Equal(who, Posted.Who(Posted.Event(IngestionEndpoint.Track, body)));

    [Theory]
    // Its clock is two years behind: what counts is how long before the sending it happened.
    [InlineData("\"timestamp\":\"2024-03-09T23:00:00Z\",\"sentAt\":\"2024-03-09T23:30:00Z\"", "2026-03-09T23:30:00Z")]
    [InlineData("\"originalTimestamp\":\"2030-01-01T00:00:00Z\",\"sentAt\":\"2030-01-01T00:00:10Z\"", "2026-03-09T23:59:50Z")]
    [InlineData("\"timestamp\":\"2025-06-01T12:00:00+02:00\"", "2025-06-01T10:00:00Z")]
    [InlineData("\"timestamp\":\"2025-06-01T12:00:00\"", "2025-06-01T12:00:00Z")]
    [InlineData("\"timestamp\":1741000000000", "2025-03-03T11:06:40Z")]
    [InlineData("\"timestamp\":1741000000", "2025-03-03T11:06:40Z")]
    [InlineData("\"timestamp\":\"2026-03-10T00:04:00Z\"", "2026-03-10T00:00:00Z")] // 4 minutes ahead: now
    [InlineData("\"sentAt\":\"2020-01-01T00:00:00Z\"", "2026-03-10T00:00:00Z")]
    [InlineData("\"timestamp\":null", "2026-03-10T00:00:00Z")]
    public void Message_happened_when_its_corrected_time_says(string times, string at) =>
        Assert.Equal(at, Posted.Event(IngestionEndpoint.Track, $$"""{"userId":"42","event":"A",{{times}}}""").At.ToString());

    [Theory]
    [InlineData("""{"userId":"42","event":"A","timestamp":"2026-03-10T00:06:00Z"}""", "future_time")]
    [InlineData("""{"userId":"42","event":"A","timestamp":"1960-01-01T00:00:00Z"}""", "early_time")]
    [InlineData("""{"userId":"42","event":"A","timestamp":"yesterday"}""", "bad_time")]
    [InlineData("""{"userId":"42","event":"A","timestamp":1e300}""", "bad_time")]
    [InlineData("""{"userId":"42","event":"A","timestamp":{}}""", "bad_time")]
    [InlineData("""{"userId":"42"}""", "missing_event")]
    [InlineData("""{"userId":"42","event":"  "}""", "missing_event")]
    [InlineData("""{"event":"A"}""", "missing_identity")]
    [InlineData("""{"userId":{"a":1},"event":"A"}""", "missing_identity")]
    [InlineData("""{"userId":"42","event":"A\ud800"}""", "invalid_text")]
    [InlineData("""{"userId":"42","event":"\udc00A"}""", "invalid_text")]
    [InlineData("""{"userId":"4\u00002","event":"A"}""", "nul_character")]
    [InlineData("[1]", "not_an_object")]
    public void Message_that_cannot_be_taken_is_put_aside(string body, string reason) => Assert.Equal(reason, Posted.Reason(IngestionEndpoint.Track, body));

    [Fact]
    public void Payload_keeps_properties_on_top_and_the_rest_with_its_four_times()
    {
        IncomingEvent read = Posted.Event(IngestionEndpoint.Track,
            """
            {"writeKey":"secret","userId":"42","event":"Song Played","properties":{"artist":"Nirvana","list":[1,{"a":null}]},"context":{"ip":"1.2.3.4"},"messageId":"m1",
            "timestamp":"2026-03-09T22:00:00.5Z","sentAt":"2026-03-09T23:00:00Z"}
            """);

        using JsonDocument payload = JsonDocument.Parse(read.Payload!);
        JsonElement message = payload.RootElement.GetProperty("_message");
        Assert.Equal("Nirvana", payload.RootElement.GetProperty("artist").GetString());
        Assert.Equal("1.2.3.4", message.GetProperty("context").GetProperty("ip").GetString());
        Assert.Equal("2026-03-09T22:00:00.5Z", message.GetProperty("originalTimestamp").GetString());
        Assert.Equal("2026-03-09T23:00:00Z", message.GetProperty("sentAt").GetString());
        Assert.Equal("2026-03-09T23:00:00.500000Z", message.GetProperty("timestamp").GetString());
        Assert.Equal("2026-03-10T00:00:00Z", message.GetProperty("receivedAt").GetString());
        Assert.DoesNotContain("secret", read.Payload, StringComparison.Ordinal);
        Assert.False(message.TryGetProperty("properties", out _));
    }

    [Fact]
    public void Message_put_aside_is_kept_without_its_write_key_and_can_be_read_again()
    {
        Quarantined aside = Posted.To(IngestionEndpoint.Track, """{"writeKey":"secret","event":"Song Played","properties":{"a":1}}""").Messages[0].Quarantined!;

        Assert.Equal("""{"event":"Song Played","properties":{"a":1}}""", aside.Raw);
        string mended = aside.Raw.Replace("{\"event\"", "{\"userId\":\"42\",\"event\"", StringComparison.Ordinal);
        IncomingEvent read = Posted.Reader.ReadAgain(Encoding.UTF8.GetBytes(mended), aside.ReceivedAt, Trust.Company).Messages[0].Event!;
        Assert.Equal("song_played", read.Facts[0].Kind);
    }

    [Theory]
    [InlineData("""{"type":"track","userId":"42","event":"Song Played","messageId":"m","properties":{"product_id":"a","value":3},"timestamp":"2020-01-01T00:00:00Z","sentAt":"2020-01-01T00:01:00Z"}""")]
    [InlineData("""{"type":"identify","userId":"42","messageId":"m","traits":{"email":"a@shop.example","plan":"pro"}}""")]
    [InlineData("""{"type":"track","userId":"42","event":"Song Played","messageId":"m"}""")]
    public void Payload_of_a_message_can_be_read_again(string message)
    {
        IncomingEvent read = Posted.To(IngestionEndpoint.Batch, $$"""{"batch":[{{message}}]}""").Messages[0].Event!;

        IncomingEvent again = Posted.Reader.ReadAgain(Encoding.UTF8.GetBytes(read.Payload!), read.ReceivedAt, Trust.Company).Messages[0].Event!;

        Assert.Equal((read.MessageId, read.At, Posted.Who(read), Posted.Lines(read)), (again.MessageId, again.At, Posted.Who(again), Posted.Lines(again)));
    }

    [Fact]
    public void Message_without_an_id_gets_one_of_its_content()
    {
        const string dated = """{"userId":"42","event":"A","timestamp":"2026-03-09T22:00:00Z"}""";
        const string undated = """{"userId":"42","event":"A"}""";
        Instant later = new(Posted.ReceivedAt.Micros + 1);

        // The same body again is the same messages; a message that does not say when it happened may well happen again.
        Assert.Equal(Ids(dated, Posted.ReceivedAt), Ids(dated, later));
        Assert.NotEqual(Ids(undated, Posted.ReceivedAt), Ids(undated, later));
        Assert.Equal(2, Ids(dated, later).Distinct().Count());

        static string[] Ids(string message, Instant receivedAt) =>
            [.. Posted.Reader.Read(IngestionEndpoint.Batch, Encoding.UTF8.GetBytes($$"""{"batch":[{{message}},{{message}}]}"""), receivedAt, Trust.Company).Messages.Select(one => one.Event!.MessageId)];
    }
}

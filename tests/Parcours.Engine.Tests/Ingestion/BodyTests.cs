using System.Text;

namespace Parcours.Engine.Ingestion;

/// <summary>Whole bodies: what is refused, and what is kept beside a message that cannot be taken.</summary>
public sealed class BodyTests
{
    [Theory]
    [InlineData("", 400, "body_empty")]
    [InlineData("  \n", 400, "body_empty")]
    [InlineData("{", 400, "not_json")]
    [InlineData("{\"batch\":[{\"type\":\"track\",\"value\":NaN}]}", 400, "not_json")]
    [InlineData("hello", 400, "not_json")]
    [InlineData("{\"a\":\u0000}", 400, "not_json")]
    [InlineData("{} {}", 400, "not_json")]
    [InlineData("{\"events\":[]}", 400, "wrong_shape")]
    [InlineData("12", 400, "wrong_shape")]
    [InlineData("null", 400, "wrong_shape")]
    public void Body_that_is_no_batch_is_refused(string body, int status, string reason)
    {
        IngestionAnswer answer = Posted.To(IngestionEndpoint.Batch, body);

        Assert.Equal((status, reason), (answer.Refusal!.Status, answer.Refusal.Reason));
        Assert.Empty(answer.Messages);
    }

    [Fact]
    public void Limits_are_refused_by_their_size()
    {
        Assert.Equal(413, Posted.To(IngestionEndpoint.Batch, new string(' ', 500 * 1024) + "{}").Refusal!.Status);
        Assert.Equal("event_too_large", Posted.To(IngestionEndpoint.Track, $$"""{"userId":"42","event":"A","x":"{{new string('x', 33_000)}}"}""").Refusal!.Reason);
        Assert.Equal("too_many_events", Posted.To(IngestionEndpoint.Batch, "{\"batch\":[" + string.Join(',', Enumerable.Repeat("1", 2_501)) + "]}").Refusal!.Reason);
    }

    [Fact]
    public void Other_messages_of_a_batch_are_kept()
    {
        string deep = string.Concat(Enumerable.Repeat("[", 1_000)) + string.Concat(Enumerable.Repeat("]", 1_000));
        string wide = "{" + string.Join(',', Enumerable.Range(0, 3_000).Select(i => $"\"p{i}\":1")) + "}";
        string traits = "{" + string.Join(',', Enumerable.Range(0, 300).Select(i => $"\"p{i}\":1")) + "}";
        string[] messages =
        [
            """{"type":"track","event":"A","userId":"42"}""",
            $$"""{"type":"track","event":"A","userId":"42","properties":{"x":{{deep}} } }""",
            $$"""{"type":"track","event":"A","userId":"42","properties":{"x":"{{new string('x', 33_000)}}"} }""",
            $$"""{"type":"track","event":"A","userId":"42","properties":{{wide}} }""",
            $$"""{"type":"identify","userId":"42","traits":{{traits}} }""",
            """{"type":"dance","userId":"42"}""",
            """{"userId":"42"}""",
            "7",
            "null",
            """{"type":"track","event":"\ud83d\ude00","userId":"42"}""",
            """{"type":"track","event":"\ud83d","userId":"42"}""",
            """{"type":"group","userId":"42"}""",
            """{"type":"alias","userId":"42"}""",
            """{"type":"t","event":"B","userId":"42"}""",
            """{"event":"C","userId":"42"}""",
        ];

        IngestionAnswer answer = Posted.To(IngestionEndpoint.Batch, $$"""{"batch":[{{string.Join(',', messages)}}],"writeKey":"k"}""");

        Assert.Null(answer.Refusal);
        Assert.Equal(
            ["-", "too_deep", "event_too_large", "-", "too_many_traits", "unknown_type", "unknown_type", "not_an_object", "not_an_object", "-", "invalid_text", "missing_group", "missing_previous_id", "-", "-"],
            answer.Messages.Select(message => message.Quarantined?.Reason ?? "-"));
        Assert.All(answer.Messages, message => Assert.True(message.Event is null ^ message.Quarantined is null));
        Assert.True(answer.Messages[2].Quarantined!.Raw.Length < 65_537);
    }

    [Fact]
    public void Bytes_that_are_no_text_cost_their_message_alone()
    {
        byte[] body = [.. "{\"batch\":[{\"type\":\"track\",\"event\":\"A"u8, 0xC3, 0x28, .. "\",\"userId\":\"1\"},{\"type\":\"track\",\"event\":\"A\",\"userId\":\"1\"}]}"u8];

        IngestionAnswer answer = Posted.Reader.Read(IngestionEndpoint.Batch, body, Posted.ReceivedAt, Trust.Company);

        Assert.Equal(["invalid_text", null], answer.Messages.Select(message => message.Quarantined?.Reason));
    }

    [Fact]
    public void Batch_sent_with_a_wrong_clock_is_corrected_and_its_context_is_every_messages()
    {
        IngestionAnswer answer = Posted.To(IngestionEndpoint.Batch,
            """{"sentAt":"2020-01-01T00:01:00Z","context":{"groupId":"ACME"},"batch":[{"type":"track","event":"A","userId":"42","timestamp":"2020-01-01T00:00:00Z"}]}""");

        IncomingEvent read = answer.Messages[0].Event!;
        Assert.Equal("2026-03-09T23:59:00Z", read.At.ToString());
        Assert.Equal("ACME", read.Group!.Account);
        Assert.Contains("\"context\":{\"groupId\":\"ACME\"}", read.Payload, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"batch":[],"writeKey":"abc"}""", "abc")]
    [InlineData("""{"batch":[{"writeKey":"inner"}]}""", null)]
    [InlineData("""{"writeKey":7}""", null)]
    [InlineData("""[{"writeKey":"abc"}]""", null)]
    [InlineData("""{"writeKey":"\ud800"}""", null)]
    [InlineData("nothing", null)]
    public void Write_key_is_found_in_a_body(string body, string? key) => Assert.Equal(key, EventReader.WriteKeyIn(Encoding.UTF8.GetBytes(body)));
}

using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Sources.Mapping;

namespace Parcours.Engine.Sources;

public sealed class SourceMappingTests
{
    private const string Forms = """
        each: $.events
        id: $.event_id
        facts:
          - when: { $.type: [form.sent, form.resent] }
            kind: form
            email: $.who.email
            at: $.when
            item: $.form['full name']
            channel: web
          - when: { $.type: sale }
            kind: order
            customer: $.who.ids[0]
            at: $.when
            value: $.total
            currency: $.currency
            link: $.number
          - when: { $.type: sale }
            kind: wheel_spun
            customer: $.who.ids[0]
        """;

    [Fact]
    public void Mapped_messages_become_the_facts_that_their_texts_choose()
    {
        IReadOnlyList<Received> read = Told.By(SourceKind.Generic, Forms).Hook(string.Empty, """
            { "events": [
              { "event_id": "a", "type": "form.sent", "when": "2026-03-01T10:00:00+01:00", "who": { "email": "Ann@mail.example" }, "form": { "full name": "Brochure" } },
              { "event_id": "b", "type": "sale", "when": 1772323200, "who": { "ids": [ 42 ] }, "total": 12.5, "currency": "EUR", "number": "S-9" } ] }
            """);
        Assert.Equal("form item=Brochure channel=Web at=2026-03-01T09:00:00Z", Posted.Lines(read[0].Event!));
        Assert.Equal("Email=ann@mail.example", Posted.Who(read[0].Event!));
        Assert.Equal("order value=12.50 EUR link=S-9 at=2026-03-01T00:00:00Z rule=OrderTotal", Posted.Lines(read[1].Event!));
        Assert.Equal("wheel_spun at=2026-03-10T00:00:00Z", Posted.Lines(read[2].Event!));
        Assert.Equal(["source:shop:a:0", "source:shop:b:1", "source:shop:b:2"], read.Select(message => message.Event!.MessageId));
        Assert.Contains("\"event_id\":\"b\"", read[1].Event!.Facts[0].Payload!.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "events": [ { "type": "other" } ] }""", "not_mapped")]
    [InlineData("""{ "events": [ 3 ] }""", "not_an_object")]
    [InlineData("""{ "nothing": 1 }""", "not_an_object")]
    [InlineData("""{ "events": [ { "type": "form.sent", "when": "2026-03-01T10:00:00Z", "who": {} } ] }""", "missing_identity")]
    [InlineData("""{ "events": [ { "type": "form.sent", "when": "soon", "who": { "email": "a@b.example" } } ] }""", "bad_time")]
    public void Message_that_cannot_be_taken_is_put_aside_as_it_came(string body, string reason)
    {
        Quarantined aside = Assert.Single(Told.By(SourceKind.Generic, Forms).Hook(string.Empty, body)).Quarantined!;
        Assert.Equal(reason, aside.Reason);
        Assert.DoesNotContain("message_id", aside.Raw, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_without_an_id_is_known_by_its_content()
    {
        SourceReader forms = Told.By(SourceKind.Generic, "facts: [{ kind: form, email: $.email, at: $.at }]");
        const string Body = """{ "email": "a@b.example", "at": "2026-03-01T10:00:00Z" }""";
        string first = forms.Hook(string.Empty, Body, null).Single().Event!.MessageId;
        Assert.Equal(first, forms.Hook(string.Empty, Body, null).Single().Event!.MessageId);
        Assert.NotEqual(first, forms.Hook(string.Empty, Body.Replace("10:00", "11:00", StringComparison.Ordinal), null).Single().Event!.MessageId);
    }

    [Theory]
    [InlineData("facts: [{ kind: ordr, email: $.e }]", 1, "order")]
    [InlineData("facts:\n  - kind: order\n    emial: $.e", 3, "email")]
    [InlineData("facts:\n  - kind: order\n    value: $.v", 2, null)]
    [InlineData("facts:\n  - kind: order\n    email: $data.e", 3, null)]
    [InlineData("fatcs: []", 1, "facts")]
    [InlineData("facts:\n  - { kind: order, email: $.e }\nsignature:\n  header: X-Signature\n  encoding: base46", 5, "base64")]
    public void Error_names_its_line_and_the_nearest_word(string text, int line, string? nearest)
    {
        (SourceMapping? mapping, ImmutableArray<ExpressionError> errors) = SourceMapping.Read(text);
        Assert.Null(mapping);
        Assert.Contains(errors, error => error.Line == line && error.Nearest == nearest);
    }
}

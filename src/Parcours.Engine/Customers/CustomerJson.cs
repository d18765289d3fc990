using System.Text.Json;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Lifecycles;

namespace Parcours.Engine.Customers;

/// <summary>The machine's form of one customer. The shape is fixed; members may be added.</summary>
public static class CustomerJson
{
    /// <summary>Writes the members of the answer.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="id">The key the customer is shown by.</param>
    /// <param name="facts">Its facts, in the order to be written.</param>
    /// <param name="stages">Where it stands, under each lifecycle that covers it.</param>
    public static void Write(Utf8JsonWriter json, string id, IEnumerable<FactLine> facts, IEnumerable<CustomerStages> stages)
    {
        json.WriteString("id", id);
        json.WriteStartArray("facts");
        foreach (FactLine fact in facts)
        {
            Write(json, fact);
        }

        json.WriteEndArray();
        json.WriteStartArray("stages");
        foreach (CustomerStages lifecycle in stages)
        {
            Write(json, lifecycle);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes one fact.</summary>
    public static void Write(Utf8JsonWriter json, FactLine fact)
    {
        json.WriteStartObject();
        WriteMembers(json, fact);
        json.WriteEndObject();
    }

    /// <summary>Writes the members of one fact.</summary>
    public static void WriteMembers(Utf8JsonWriter json, FactLine fact)
    {
        json.WriteString("kind", fact.Kind);
        json.WriteString("at", fact.At.ToString());
        WriteSome(json, "value", fact.Value);
        WriteSome(json, "currency", fact.Currency.Length == 0 ? null : fact.Currency);
        WriteSome(json, "item", fact.Item);
        WriteSome(json, "category", fact.Category);
        WriteSome(json, "channel", fact.Channel?.ToString().ToLowerInvariant());
        if (fact.Quantity is { } quantity)
        {
            json.WriteNumber("quantity", quantity);
        }

        WriteSome(json, "link", fact.Link);
        if (fact.Payload is { } payload)
        {
            json.WritePropertyName("payload");
            json.WriteRawValue(payload);
        }
    }

    /// <summary>Writes where a customer stands under one lifecycle.</summary>
    public static void Write(Utf8JsonWriter json, CustomerStages lifecycle)
    {
        (StageSpan present, string reason) = lifecycle.Present;
        json.WriteStartObject();
        json.WriteString("lifecycle", lifecycle.Definition.Id);
        Write(json, lifecycle, present, reason);
        json.WritePropertyName("next");
        if (lifecycle.Next is { } next)
        {
            json.WriteStartObject();
            json.WriteString("stage", lifecycle.StageOf(next).Id);
            json.WriteString("at", next.From.ToString());
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteStartObject("thresholds");
        foreach ((string name, Period period) in lifecycle.Thresholds)
        {
            json.WriteNumber(name + "_days", LifecycleJson.Days(period.ApproximateDays));
        }

        json.WriteEndObject();
        if (lifecycle.ResolvedAt is { } resolved)
        {
            json.WriteString("thresholds_at", resolved.ToString());
        }

        json.WriteStartArray("timeline");
        for (int i = 0; i < lifecycle.Spans.Count; i++)
        {
            json.WriteStartObject();
            Write(json, lifecycle, lifecycle.Spans[i].Span, lifecycle.Spans[i].Reason);
            json.WriteString("to", i + 1 < lifecycle.Spans.Count ? lifecycle.Spans[i + 1].Span.From.ToString() : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CustomerStages lifecycle, StageSpan span, string reason)
    {
        json.WriteString("stage", lifecycle.StageOf(span).Id);
        json.WriteString("from", span.From.ToString());
        json.WriteString("reason", reason);
    }

    private static void WriteSome(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }
}

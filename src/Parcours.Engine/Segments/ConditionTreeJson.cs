using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;

namespace Parcours.Engine.Segments;

/// <summary>The tree of a condition as a builder sends and takes it. The guide of segments shows every form.</summary>
public static class ConditionTreeJson
{
    /// <summary>Writes a tree as one object.</summary>
    public static void Write(Utf8JsonWriter json, ConditionTree tree)
    {
        json.WriteStartObject();
        switch (tree)
        {
            case ConditionTree.Group group:
                json.WriteStartArray(group.IsAny ? "any" : "all");
                foreach (ConditionTree item in group.Items)
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case ConditionTree.Not not:
                json.WritePropertyName("not");
                Write(json, not.Item);
                break;
            case ConditionTree.Facts facts:
                Write(json, facts);
                break;
            case ConditionTree.State state:
                json.WriteString("state", state.Word);
                Texts(json, "names", state.Names);
                if (state.Groups is { } groups)
                {
                    json.WriteNumber("groups", groups);
                }

                if (state.At is { } at)
                {
                    json.WriteString("at", at);
                }

                Write(json, state.Test);
                break;
            case ConditionTree.Text text:
                json.WriteString("text", text.Written);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(tree), tree, "an unknown tree");
        }

        json.WriteEndObject();
    }

    /// <summary>Reads a tree.</summary>
    /// <exception cref="FormatException">It is none; the message says what is wrong.</exception>
    public static ConditionTree Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("A condition is an object with one of all, any, not, facts, state or text.");
        }

        return json.TryGetProperty("all", out JsonElement all) ? new ConditionTree.Group(false, [.. Items(all, "all").Select(Read)])
            : json.TryGetProperty("any", out JsonElement any) ? new ConditionTree.Group(true, [.. Items(any, "any").Select(Read)])
            : json.TryGetProperty("not", out JsonElement not) ? new ConditionTree.Not(Read(not))
            : json.TryGetProperty("facts", out JsonElement measure)
                ? new ConditionTree.Facts(Text(measure, "facts"), Texts(json, "kinds"), [.. Items(json, "where", optional: true).Select(Field)], Window(json), Test(json))
            : json.TryGetProperty("state", out JsonElement word) ? new ConditionTree.State(Text(word, "state"), Texts(json, "names"), Whole(json, "groups"), Maybe(json, "at"), Test(json))
            : json.TryGetProperty("text", out JsonElement text) ? new ConditionTree.Text(Text(text, "text"))
            : throw new FormatException("A condition has one of all, any, not, facts, state or text.");
    }

    private static void Write(Utf8JsonWriter json, ConditionTree.Facts facts)
    {
        json.WriteString("facts", facts.Measure);
        Texts(json, "kinds", facts.Kinds);
        if (facts.Where.Length > 0)
        {
            json.WriteObjects("where", facts.Where, field =>
            {
                json.WriteString("field", field.Field);
                Write(json, field.Test);
            });
        }

        if (facts.Window is { } window)
        {
            json.WriteStartObject("window");
            switch (window)
            {
                case FactWindow.Last last:
                    json.WriteString(last.IsBefore ? "before" : "within", last.Length);
                    break;
                case FactWindow.Since since:
                    Texts(json, "since", since.Kinds);
                    break;
                case FactWindow.Period period:
                    json.WriteString("period", period.Unit.ToString().ToLowerInvariant());
                    json.WriteNumber("back", period.Back);
                    break;
                default:
                    throw new ArgumentOutOfRangeException(nameof(facts), window, "an unknown window");
            }

            json.WriteEndObject();
        }

        Write(json, facts.Test);
    }

    private static void Write(Utf8JsonWriter json, ValueTest? test)
    {
        if (test is null)
        {
            return;
        }

        json.WriteString("op", test.Operator);
        json.WriteStartArray("values");
        foreach (TreeValue value in test.Values)
        {
            switch (value)
            {
                case TreeValue.Number number:
                    json.WriteNumberValue(number.Value);
                    break;
                case TreeValue.Text text:
                    json.WriteStringValue(text.Value);
                    break;
                default:
                    json.WriteStartObject();
                    json.WriteString(value is TreeValue.Length ? "length" : "date", value is TreeValue.Length length ? length.Value : ((TreeValue.Date)value).Value);
                    json.WriteEndObject();
                    break;
            }
        }

        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, ImmutableArray<string> texts)
    {
        if (texts.Length > 0)
        {
            json.WriteTexts(name, texts);
        }
    }

    private static FieldTest Field(JsonElement json) => json.ValueKind == JsonValueKind.Object && Test(json) is { } test
        ? new FieldTest(json.TryGetProperty("field", out JsonElement field) ? Text(field, "field") : throw new FormatException("A where has a field."), test)
        : throw new FormatException("A where has a field, an op and values.");

    private static FactWindow? Window(JsonElement json)
    {
        if (!json.TryGetProperty("window", out JsonElement window) || window.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (window.ValueKind == JsonValueKind.Object)
        {
            if (Maybe(window, "within") is { } within)
            {
                return new FactWindow.Last(false, within);
            }

            if (Maybe(window, "before") is { } before)
            {
                return new FactWindow.Last(true, before);
            }

            if (window.TryGetProperty("since", out _))
            {
                return new FactWindow.Since(Texts(window, "since"));
            }

            if (Maybe(window, "period") is { } period && Enum.TryParse(period, ignoreCase: true, out CalendarUnit unit) && !char.IsDigit(period[0]))
            {
                return new FactWindow.Period(unit, Whole(window, "back") ?? 0);
            }
        }

        throw new FormatException("A window has one of within, before, since or period (day, week, month, quarter or year).");
    }

    private static ValueTest? Test(JsonElement json) => Maybe(json, "op") is { } op ? new ValueTest(op, [.. Items(json, "values", optional: false).Select(Value)]) : null;

    private static TreeValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number when json.TryGetDouble(out double number) && Math.Abs(number) <= 1e15 => new TreeValue.Number(number),
        JsonValueKind.String => new TreeValue.Text(json.GetString()!),
        JsonValueKind.Object when Maybe(json, "length") is { } length => new TreeValue.Length(length),
        JsonValueKind.Object when Maybe(json, "date") is { } date => new TreeValue.Date(date),
        _ => throw new FormatException("A value is a number, a text, a length or a date."),
    };

    private static IEnumerable<JsonElement> Items(JsonElement json, string name, bool optional) =>
        json.TryGetProperty(name, out JsonElement list) ? Items(list, name) : optional ? [] : throw new FormatException($"{name} is missing.");

    private static IEnumerable<JsonElement> Items(JsonElement list, string name) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw new FormatException($"{name} is a list.");

    private static ImmutableArray<string> Texts(JsonElement json, string name) => [.. Items(json, name, optional: true).Select(item => Text(item, name))];

    private static string Text(JsonElement json, string name) => json.ValueKind == JsonValueKind.String ? json.GetString()! : throw new FormatException($"{name} is a text.");

    private static string? Maybe(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement text) && text.ValueKind != JsonValueKind.Null ? Text(text, name) : null;

    private static int? Whole(JsonElement json, string name) =>
        !json.TryGetProperty(name, out JsonElement number) || number.ValueKind == JsonValueKind.Null ? null
        : number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out int whole) ? whole : throw new FormatException($"{name} is a whole number.");
}

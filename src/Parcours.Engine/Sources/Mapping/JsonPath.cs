using System.Globalization;
using System.Text.Json;

namespace Parcours.Engine.Sources.Mapping;

/// <summary>A way to a member of a JSON value: <c>$.data.user.email</c>, <c>$.items[0]['product id']</c>. Members and places of lists only.</summary>
internal sealed class JsonPath
{
    private readonly object[] _steps; // texts and numbers

    private JsonPath(object[] steps) => _steps = steps;

    /// <summary>Reads a path.</summary>
    /// <param name="fault">What is wrong with it; null when it was read.</param>
    public static JsonPath? Read(string text, out string? fault)
    {
        fault = null;
        var steps = new List<object>();
        int at = 1;
        if (!text.StartsWith('$'))
        {
            fault = "a path begins with $";
        }

        while (fault is null && at < text.Length)
        {
            if (text[at] == '.')
            {
                int end = text.AsSpan(at + 1).IndexOfAny('.', '[') is >= 0 and var length ? at + 1 + length : text.Length;
                string name = text[(at + 1)..end];
                fault = name.Length == 0 ? "a name is missing after the dot" : null;
                steps.Add(name);
                at = end;
            }
            else if (text[at] == '[')
            {
                int end = text.IndexOf(']', at);
                string inside = end < 0 ? string.Empty : text[(at + 1)..end];
                if (int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out int place))
                {
                    steps.Add(place);
                }
                else if (inside.Length > 2 && inside[0] is '\'' or '"' && inside[^1] == inside[0])
                {
                    steps.Add(inside[1..^1]);
                }
                else
                {
                    fault = "between [ and ] stands a number, or a name in quotes";
                }

                at = end < 0 ? text.Length : end + 1;
            }
            else
            {
                fault = "a dot or a [ is expected after " + text[..at];
            }
        }

        return fault is null ? new JsonPath([.. steps]) : null;
    }

    /// <summary>What the path leads to; of kind Undefined when it leads nowhere.</summary>
    public JsonElement In(JsonElement root)
    {
        foreach (object step in _steps)
        {
            if (step is string name)
            {
                if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty(name, out root))
                {
                    return default;
                }
            }
            else if (root.ValueKind == JsonValueKind.Array && (int)step < root.GetArrayLength())
            {
                root = root[(int)step];
            }
            else
            {
                return default;
            }
        }

        return root.ValueKind == JsonValueKind.Null ? default : root;
    }
}

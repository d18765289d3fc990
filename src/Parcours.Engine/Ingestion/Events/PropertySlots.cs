using System.Runtime.InteropServices;
using System.Text.Json;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Ingestion.Events;

/// <summary>The known properties of an object, found in one pass. What is null or an empty text is not there.</summary>
internal sealed class PropertySlots
{
    private readonly JsonElement[] _values = new JsonElement[PropertyNames.Count];
    private readonly byte[] _ranks = new byte[PropertyNames.Count];

    /// <summary>A property; of kind Undefined when there is none.</summary>
    public JsonElement this[PropertyField field] => _values[(int)field];

    /// <summary>Whether a property is there.</summary>
    public bool Has(PropertyField field) => _values[(int)field].ValueKind != JsonValueKind.Undefined;

    /// <summary>A property as a text, without blanks around it and at most 200 characters; null for none. Of a list the first text.</summary>
    public string? Text(PropertyField field)
    {
        JsonElement value = _values[(int)field];
        if (value.ValueKind == JsonValueKind.Array)
        {
            value = value.EnumerateArray().FirstOrDefault(entry => entry.ValueKind == JsonValueKind.String);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            value = value.TryGetProperty("name"u8, out JsonElement name) ? name : value.TryGetProperty("id"u8, out JsonElement id) ? id : default;
        }

        return MessageText.Of(value, 200);
    }

    /// <summary>Whether a property says yes.</summary>
    public bool IsTrue(PropertyField field) => _values[(int)field].ValueKind == JsonValueKind.True || Text(field) is "true" or "True" or "1" or "yes";

    /// <summary>Forgets the object before.</summary>
    public void Clear() => Array.Clear(_values);

    /// <summary>Takes the properties of an object; anything else has none.</summary>
    public void Read(JsonElement properties)
    {
        Clear();
        if (properties.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (JsonProperty member in properties.EnumerateObject())
        {
            JsonElement value = member.Value;
            if (value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && MessageText.Bytes(value).Length == 2)
                || !PropertyNames.TryFind(JsonMarshal.GetRawUtf8PropertyName(member), out PropertyField field, out byte rank))
            {
                continue;
            }

            int at = (int)field;
            if (_values[at].ValueKind == JsonValueKind.Undefined || rank <= _ranks[at])
            {
                _values[at] = value;
                _ranks[at] = rank;
            }
        }
    }
}

using System.Globalization;
using System.Text.Json;
using Parcours.Domain.Histories;
using Parcours.Engine.Import.Values;

namespace Parcours.Engine.Properties;

/// <summary>Reads declared properties out of payloads of one kind of fact. Used from one thread.</summary>
public sealed class PayloadReader
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly DeclaredProperty[] _properties;
    private readonly string?[] _values;

    /// <summary>A reader of some properties.</summary>
    /// <param name="properties">The properties declared of the kind.</param>
    public PayloadReader(IEnumerable<DeclaredProperty> properties)
    {
        _properties = [.. properties];
        _values = new string?[_properties.Length];
    }

    /// <summary>
    /// Reads a payload. A member belongs to the property its name is written like ("Coupon code" to coupon_code); the first that has a value counts.
    /// Texts are trimmed; yes and no are "true" and "false"; objects and lists are no value. A number is read as import reads amounts, and written with a point.
    /// </summary>
    /// <param name="payload">The payload, in UTF-8. One that is not an object has no property.</param>
    /// <returns>The value of each property, in the order they were given; null for none. Valid until the next call.</returns>
    public ReadOnlySpan<string?> Read(ReadOnlySpan<byte> payload)
    {
        Array.Clear(_values);
        var json = new Utf8JsonReader(payload);
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            return _values;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            int place = PlaceOf(json.GetString()!);
            json.Read();
            if (place >= 0 && _values[place] is null)
            {
                _values[place] = Value(ref json, _properties[place].IsNumber);
            }

            json.Skip();
        }

        return _values;
    }

    private static string? Value(ref Utf8JsonReader json, bool isNumber)
    {
        string? text = json.TokenType switch
        {
            JsonTokenType.String => json.GetString()!.Trim(),
            JsonTokenType.Number => System.Text.Encoding.UTF8.GetString(json.ValueSpan),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => null,
        };
        return string.IsNullOrEmpty(text) ? null : isNumber ? NumberIn(text, json.TokenType) : text;
    }

    private static string? NumberIn(string text, JsonTokenType type)
    {
        if (type == JsonTokenType.Number)
        {
            return text;
        }

        return NumberReader.TryRead(text, commaDecimal: false, out Number number, out _)
            ? (number.Mantissa / Math.Pow(10, number.Scale)).ToString(CultureInfo.InvariantCulture)
            : null;
    }

    private int PlaceOf(string member)
    {
        if (!_places.TryGetValue(member, out int place))
        {
            string name = FieldName.Of(member);
            _places[member] = place = Array.FindIndex(_properties, property => property.Name == name);
        }

        return place;
    }
}

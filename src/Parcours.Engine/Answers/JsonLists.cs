using System.Text.Json;
using Parcours.Domain.Expressions;

namespace Parcours.Engine.Answers;

/// <summary>Lists, as every answer in JSON writes them.</summary>
public static class JsonLists
{
    /// <summary>Writes a list of objects.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">The list's name.</param>
    /// <param name="items">What is listed.</param>
    /// <param name="members">Writes the members of one object.</param>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> members)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            members(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a list of texts.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="name">The list's name.</param>
    /// <param name="texts">The texts.</param>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes errors with their places, as "errors".</summary>
    /// <param name="json">Where to.</param>
    /// <param name="errors">What is wrong with a definition or a condition.</param>
    public static void WriteErrors(this Utf8JsonWriter json, IEnumerable<ExpressionError> errors) =>
        json.WriteObjects("errors", errors, error =>
        {
            json.WriteNumber("line", error.Line);
            json.WriteNumber("column", error.Column);
            json.WriteString("problem", error.Problem);
            json.WriteString("expected", error.Expected);
            json.WriteString("nearest", error.Nearest);
        });
}

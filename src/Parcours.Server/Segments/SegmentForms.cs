using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Domain.Expressions;
using Parcours.Domain.Segments;
using Parcours.Engine.Answers;
using Parcours.Engine.Segments;

namespace Parcours.Server.Segments;

/// <summary>A segment, or a condition alone, in all its forms: text, definition, tree; or where it is wrong.</summary>
internal static class SegmentForms
{
    /// <summary>Writes the members of a segment as it is kept.</summary>
    internal static void Write(Utf8JsonWriter json, SegmentLibrary library, string text)
    {
        (SegmentDefinition? definition, ImmutableArray<ExpressionError> errors) = library.Check(text);
        json.WriteBoolean("ok", definition is not null);
        json.WriteString("text", text);
        json.WriteErrors(errors);
        if (definition is not null)
        {
            SegmentJson.Definition(json, definition);
            if (definition.IsList)
            {
                json.WriteNumber("keys", library.KeysOf(definition.Id).Count);
            }
        }

        Tree(json, definition?.Where);
    }

    /// <summary>Writes the members of a condition without a name.</summary>
    internal static void Write(Utf8JsonWriter json, SegmentLibrary library, SegmentDefinition unnamed)
    {
        ImmutableArray<ExpressionError> errors = library.ErrorsOf(unnamed);
        json.WriteBoolean("ok", errors.IsEmpty);
        json.WriteString("where", unnamed.Where!.Text.Trim());
        json.WriteErrors(errors);
        Tree(json, unnamed.Where);
    }

    private static void Tree(Utf8JsonWriter json, SourceText? where)
    {
        json.WritePropertyName("tree");
        if (where is not null && TreeReader.Read(where, out _) is { } tree)
        {
            ConditionTreeJson.Write(json, tree);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}

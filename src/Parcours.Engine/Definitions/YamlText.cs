using Parcours.Domain.Expressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Parcours.Engine.Definitions;

/// <summary>Reads the keys and values of a YAML file; whatever the text is, the answer is a tree or an error with its place.</summary>
internal static class YamlText
{
    private const int LongestText = 1_000_000;
    private const int DeepestNesting = 20;

    /// <summary>The file's one mapping; null with the error when it has none.</summary>
    /// <param name="what">What the file should define, as its first key says.</param>
    public static YamlMappingNode? Read(string text, string what, out ExpressionError? error)
    {
        error = null;
        if (text.Length > LongestText || text.Contains('\0', StringComparison.Ordinal))
        {
            error = new(1, 1, text.Length > LongestText ? $"this is too long for a {what}" : "this is not a text file", $"a YAML file that begins with {what}: and an id", null);
            return null;
        }

        Mark read = Mark.Empty;
        try
        {
            CheckNesting(text, ref read);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }])
            {
                return root;
            }

            error = new(1, 1, $"this is no {what}", $"one YAML document that begins with {what}: and an id", null);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // The reader of YAML throws more than its own exception on broken text, and does not always say where: then it is after what was read.
            error = TabIndent(text) ?? NotYaml(e, read);
        }

        return null;
    }

    private static ExpressionError NotYaml(Exception e, Mark read)
    {
        Mark at = e is YamlException { Start.Line: > 1 } yaml ? yaml.Start : read;
        string problem = e is YamlException ? ": " + (e.InnerException?.Message ?? e.Message).TrimEnd('.') : string.Empty;
        return new((int)Math.Max(1, at.Line), (int)Math.Max(1, at.Column), "this is not YAML" + problem, "keys and values, indented with spaces", null);
    }

    /// <summary>The first tab that stands before any text of its line: the commonest reason why a file is no YAML.</summary>
    private static ExpressionError? TabIndent(string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            int tab = lines[i].IndexOf('\t', StringComparison.Ordinal);
            if (tab >= 0 && lines[i].AsSpan(0, tab).Trim().IsEmpty)
            {
                return new(i + 1, tab + 1, "a tab indents this line", "spaces", null);
            }
        }

        return null;
    }

    /// <summary>A file nested without end would exhaust the stack of what builds its tree: it is refused on the flat list of its parts.</summary>
    private static void CheckNesting(string text, ref Mark read)
    {
        var parser = new Parser(new StringReader(text));
        int depth = 0;
        while (parser.MoveNext())
        {
            ParsingEvent part = parser.Current!;
            read = part.End;
            depth += part.NestingIncrease;
            if (depth > DeepestNesting)
            {
                throw new YamlException(part.Start, part.End, "it is nested too deeply");
            }
        }
    }
}

using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Domain.Lifecycles;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Parcours.Engine.Definitions;

/// <summary>The parts that the files of all definitions share: keys and values, names in two languages, expressions; and what is wrong, with its place.</summary>
internal sealed class DefinitionFile
{
    private readonly string _text;
    private readonly List<ExpressionError> _errors = [];

    /// <summary>A file's text, as it stands.</summary>
    public DefinitionFile(string text) => _text = text.TrimStart('\ufeff');

    /// <summary>Whether nothing wrong has been found so far.</summary>
    public bool IsSound => _errors.Count == 0;

    /// <summary>What is wrong, in the order of the file.</summary>
    public ImmutableArray<ExpressionError> Errors => [.. _errors.OrderBy(error => error.Line).ThenBy(error => error.Column)];

    /// <summary>The file's keys and values; null with an error when it has none.</summary>
    /// <param name="what">What the file defines, as its first key says: "lifecycle".</param>
    public YamlMappingNode? Root(string what)
    {
        YamlMappingNode? root = YamlText.Read(_text, what, out ExpressionError? unreadable);
        if (unreadable is not null)
        {
            _errors.Add(unreadable);
        }

        return root;
    }

    public string Choice(Dictionary<string, YamlNode> top, string key, string[] choices)
    {
        if (!top.TryGetValue(key, out YamlNode? node))
        {
            return choices[0];
        }

        string value = (node as YamlScalarNode)?.Value ?? string.Empty;
        if (Array.IndexOf(choices, value) < 0)
        {
            Error(node, $"{key} is \"{value}\"", string.Join(" or ", choices), Spelling.Nearest(value, choices));
        }

        return value;
    }

    public Dictionary<string, YamlNode> Entries(YamlNode node, IReadOnlyList<string> known, string what)
    {
        var entries = new Dictionary<string, YamlNode>(StringComparer.Ordinal);
        if (node is not YamlMappingNode mapping)
        {
            Error(node, $"{what} is not written as keys and values", string.Join(", ", known.Select(key => key + ":")), null);
            return entries;
        }

        foreach ((YamlNode key, YamlNode value) in mapping)
        {
            string name = (key as YamlScalarNode)?.Value ?? string.Empty;
            if (known.Count > 0 && !known.Contains(name))
            {
                if (mapping.Style == MappingStyle.Flow && value is YamlScalarNode { Value: null or "" })
                {
                    Error(key, $"\"{name}\" stands alone: within {{ }} a comma ends a value", "quotes around a text with a comma, or the keys on lines of their own", null);
                    continue;
                }

                Error(key, $"{what} has no \"{name}\"", string.Join(", ", known), Spelling.Nearest(name, known));
                continue;
            }

            entries[name] = value;
        }

        return entries;
    }

    public LocalText Local(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { } one })
        {
            return new LocalText(one, one);
        }

        Dictionary<string, YamlNode> entries = Entries(node, ["en", "fr"], "a name");
        string en = Text(entries, "en", node, "the English text") ?? string.Empty;
        return new LocalText(en, entries.ContainsKey("fr") ? Text(entries, "fr", node, "the French text") ?? en : en);
    }

    public void CheckId(YamlNode node, string id)
    {
        if (id.Length > 0 && id.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_')))
        {
            Error(node, $"\"{id}\" is no id", "lower-case letters, digits and hyphens", null);
        }
    }

    public string? Text(Dictionary<string, YamlNode> entries, string key, YamlNode parent, string expected)
    {
        if (entries.TryGetValue(key, out YamlNode? node) && node is YamlScalarNode { Value: { Length: > 0 } value })
        {
            return value;
        }

        Error(node ?? parent, $"{key}: is missing", expected, null);
        return null;
    }

    /// <summary>The text of an expression exactly as it stands in the file, so that an error in it points at its own line and column.</summary>
    public SourceText Source(YamlNode node)
    {
        if (node is not YamlScalarNode scalar)
        {
            Error(node, "this is no expression", "a condition on one line, such as orders >= 2", null);
            return new SourceText("always");
        }

        int start = (int)scalar.Start.Index;
        int line = (int)scalar.Start.Line;
        int column = (int)scalar.Start.Column;
        switch (scalar.Style)
        {
            case ScalarStyle.Plain:
                return new SourceText(_text[start..(int)scalar.End.Index], line, column);
            case ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted:
                // As written, so that places are right; unless something in it had to be unescaped.
                string written = _text[(start + 1)..Math.Max(start + 1, (int)scalar.End.Index - 1)];
                bool isEscaped = written.Contains(scalar.Style == ScalarStyle.SingleQuoted ? "''" : "\\", StringComparison.Ordinal);
                return new SourceText(isEscaped ? scalar.Value ?? string.Empty : written, line, column + 1);
            default:
                int body = _text.IndexOf('\n', start) + 1;
                return new SourceText(_text[body..Math.Max(body, (int)scalar.End.Index)], line + 1, 1);
        }
    }

    public void Error(YamlNode node, string problem, string expected, string? nearest) =>
        _errors.Add(new((int)node.Start.Line, (int)node.Start.Column, problem, expected, nearest));

    public void Error(ExpressionError error) => _errors.Add(error);
}

using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Parcours.Engine.Lifecycles;

/// <summary>Reads a lifecycle's definition from its YAML file. What is wrong comes back as errors with their place, all that can be found at once.</summary>
internal sealed class LifecycleFile
{
    private static readonly string[] TopKeys = ["lifecycle", "name", "source", "subject", "forward_only", "thresholds", "target", "path", "stages"];
    private static readonly string[] StageKeys = ["id", "name", "because", "when"];

    private readonly string _text;
    private readonly List<ExpressionError> _errors = [];

    private LifecycleFile(string text) => _text = text;

    /// <summary>Reads a definition; null with errors when it cannot be used.</summary>
    public static (LifecycleDefinition? Definition, ImmutableArray<ExpressionError> Errors) Read(string text, Func<string, LifecycleDefinition?> others)
    {
        var file = new LifecycleFile(text.TrimStart('\ufeff'));
        YamlMappingNode? root = YamlText.Read(file._text, out ExpressionError? unreadable);
        if (unreadable is not null)
        {
            return (null, [unreadable]);
        }

        LifecycleDefinition? definition = file.Definition(root!);
        if (definition is not null && file._errors.Count == 0)
        {
            file._errors.AddRange(definition.Check(others));
        }

        return (file._errors.Count == 0 ? definition : null, [.. file._errors.OrderBy(error => error.Line).ThenBy(error => error.Column)]);
    }

    private LifecycleDefinition? Definition(YamlMappingNode root)
    {
        Dictionary<string, YamlNode> top = Entries(root, TopKeys, "a lifecycle");
        string id = Text(top, "lifecycle", root, "an id in lower case, such as my-lifecycle") ?? string.Empty;
        if (top.TryGetValue("lifecycle", out YamlNode? idNode))
        {
            CheckId(idNode, id);
        }

        LocalText name = top.TryGetValue("name", out YamlNode? nameNode) ? Local(nameNode) : new LocalText(id, id);
        ImmutableArray<ThresholdRule> thresholds = top.TryGetValue("thresholds", out YamlNode? list) ? [.. ThresholdReader.Read(list, this)] : [];
        SourceText? target = top.TryGetValue("target", out YamlNode? targetNode) ? Source(targetNode) : null;
        ImmutableArray<string> path = Path(top);
        (ImmutableArray<Stage> stages, ImmutableArray<StageRule> rules) = Stages(top, root, path);
        CheckPath(top, stages);

        string source = top.ContainsKey("source") ? Text(top, "source", root, "where the model comes from") ?? string.Empty : string.Empty;
        ImmutableArray<int> steps = [.. path.Select(step => stages.FirstOrDefault(stage => stage.Id == step)?.Index ?? -1).Where(index => index >= 0)];
        return _errors.Count > 0 ? null : new LifecycleDefinition(
            id, name, source, Choice(top, "subject", ["customer", "account"]) == "account" ? SubjectType.Account : SubjectType.Customer,
            Choice(top, "forward_only", ["false", "true"]) == "true", thresholds, target, stages, steps, rules);
    }

    private (ImmutableArray<Stage> Stages, ImmutableArray<StageRule> Rules) Stages(Dictionary<string, YamlNode> top, YamlNode root, ImmutableArray<string> path)
    {
        var stages = new List<Stage>();
        var rules = new List<StageRule>();
        if (!top.TryGetValue("stages", out YamlNode? node) || node is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            Error(node ?? root, "the lifecycle has no stages", "stages: and a list of - { id: ..., when: ... }", null);
            return ([], []);
        }

        foreach (YamlNode entry in list)
        {
            Dictionary<string, YamlNode> keys = Entries(entry, StageKeys, "a stage");
            string? id = Text(keys, "id", entry, "the stage's id");
            if (id is null)
            {
                continue;
            }

            CheckId(keys["id"], id);
            Stage? stage = stages.Find(known => known.Id == id);
            if (stage is null)
            {
                stage = new Stage(stages.Count, id, keys.TryGetValue("name", out YamlNode? name) ? Local(name) : new LocalText(id, id), path.IndexOf(id));
                stages.Add(stage);
            }
            else if (keys.TryGetValue("name", out YamlNode? name) && stage.Name.En == id)
            {
                stages[stage.Index] = stage = stage with { Name = Local(name) };
            }

            if (!keys.TryGetValue("when", out YamlNode? when))
            {
                Error(entry, $"the stage \"{id}\" has no rule", "when: and a condition (always for the last)", null);
                continue;
            }

            rules.Add(new StageRule(stage.Index, keys.TryGetValue("because", out YamlNode? because) ? Local(because) : null, Source(when)));
        }

        if (_errors.Count == 0 && rules[^1].When.Text.Trim() != "always")
        {
            Error(list.Children[^1], "the last rule does not always hold, so somebody could be nowhere", "when: always on the last stage", null);
        }

        if (stages.Count > 60)
        {
            Error(list, $"{stages.Count} stages are too many", "at most 60", null);
        }

        return ([.. stages], [.. rules]);
    }

    private ImmutableArray<string> Path(Dictionary<string, YamlNode> top)
    {
        if (!top.TryGetValue("path", out YamlNode? node))
        {
            return [];
        }

        if (node is not YamlSequenceNode list)
        {
            Error(node, "the path is no list", "path: [first, second, third]", null);
            return [];
        }

        return [.. list.Children.OfType<YamlScalarNode>().Select(step => step.Value ?? string.Empty)];
    }

    private void CheckPath(Dictionary<string, YamlNode> top, ImmutableArray<Stage> stages)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        string[] ids = [.. stages.Select(stage => stage.Id)];
        foreach (YamlNode step in (top.GetValueOrDefault("path") as YamlSequenceNode)?.Children ?? [])
        {
            string id = (step as YamlScalarNode)?.Value ?? string.Empty;
            if (!ids.Contains(id))
            {
                Error(step, $"the path names \"{id}\", which is no stage", string.Join(", ", ids), Spelling.Nearest(id, ids));
            }
            else if (!seen.Add(id))
            {
                Error(step, $"the path names \"{id}\" twice", "each stage once", null);
            }
        }
    }

    private string Choice(Dictionary<string, YamlNode> top, string key, string[] choices)
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

    internal Dictionary<string, YamlNode> Entries(YamlNode node, IReadOnlyList<string> known, string what)
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

    internal LocalText Local(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { } one })
        {
            return new LocalText(one, one);
        }

        Dictionary<string, YamlNode> entries = Entries(node, ["en", "fr"], "a name");
        string en = Text(entries, "en", node, "the English text") ?? string.Empty;
        return new LocalText(en, entries.ContainsKey("fr") ? Text(entries, "fr", node, "the French text") ?? en : en);
    }

    private void CheckId(YamlNode node, string id)
    {
        if (id.Length > 0 && id.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '_')))
        {
            Error(node, $"\"{id}\" is no id", "lower-case letters, digits and hyphens", null);
        }
    }

    private string? Text(Dictionary<string, YamlNode> entries, string key, YamlNode parent, string expected)
    {
        if (entries.TryGetValue(key, out YamlNode? node) && node is YamlScalarNode { Value: { Length: > 0 } value })
        {
            return value;
        }

        Error(node ?? parent, $"{key}: is missing", expected, null);
        return null;
    }

    /// <summary>The text of an expression exactly as it stands in the file, so that an error in it points at its own line and column.</summary>
    internal SourceText Source(YamlNode node)
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

    internal void Error(YamlNode node, string problem, string expected, string? nearest) =>
        _errors.Add(new((int)node.Start.Line, (int)node.Start.Column, problem, expected, nearest));

    internal void Error(ExpressionError error) => _errors.Add(error);
}

using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Definitions;
using YamlDotNet.RepresentationModel;

namespace Parcours.Engine.Lifecycles;

/// <summary>Reads a lifecycle's definition from its YAML file. What is wrong comes back as errors with their place, all that can be found at once.</summary>
internal sealed class LifecycleFile
{
    private static readonly string[] TopKeys = ["lifecycle", "name", "source", "subject", "forward_only", "thresholds", "target", "path", "stages"];
    private static readonly string[] StageKeys = ["id", "name", "because", "when"];

    private readonly DefinitionFile _file;

    private LifecycleFile(DefinitionFile file) => _file = file;

    /// <summary>Reads a definition; null with errors when it cannot be used.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="others">The lifecycles whose stage a rule may read.</param>
    /// <param name="properties">The properties that a condition may name; null for none.</param>
    /// <param name="scores">The churn scores that a rule may read; null for none.</param>
    public static (LifecycleDefinition? Definition, ImmutableArray<ExpressionError> Errors) Read(
        string text, Func<string, LifecycleDefinition?> others, FactProperties? properties = null, IScores? scores = null)
    {
        var file = new DefinitionFile(text);
        LifecycleDefinition? definition = file.Root("lifecycle") is { } root ? new LifecycleFile(file).Definition(root) : null;
        if (definition is not null && file.IsSound)
        {
            foreach (ExpressionError error in definition.Check(others, properties ?? FactProperties.None, scores))
            {
                file.Error(error);
            }
        }

        return (file.IsSound ? definition : null, file.Errors);
    }

    private LifecycleDefinition? Definition(YamlMappingNode root)
    {
        Dictionary<string, YamlNode> top = _file.Entries(root, TopKeys, "a lifecycle");
        string id = _file.Text(top, "lifecycle", root, "an id in lower case, such as my-lifecycle") ?? string.Empty;
        if (top.TryGetValue("lifecycle", out YamlNode? idNode))
        {
            _file.CheckId(idNode, id);
        }

        LocalText name = top.TryGetValue("name", out YamlNode? nameNode) ? _file.Local(nameNode) : new LocalText(id, id);
        ImmutableArray<ThresholdRule> thresholds = top.TryGetValue("thresholds", out YamlNode? list) ? [.. ThresholdReader.Read(list, _file)] : [];
        SourceText? target = top.TryGetValue("target", out YamlNode? targetNode) ? _file.Source(targetNode) : null;
        ImmutableArray<string> path = Path(top);
        (ImmutableArray<Stage> stages, ImmutableArray<StageRule> rules) = Stages(top, root, path);
        CheckPath(top, stages);

        string source = top.ContainsKey("source") ? _file.Text(top, "source", root, "where the model comes from") ?? string.Empty : string.Empty;
        ImmutableArray<int> steps = [.. path.Select(step => stages.FirstOrDefault(stage => stage.Id == step)?.Index ?? -1).Where(index => index >= 0)];
        return !_file.IsSound ? null : new LifecycleDefinition(
            id, name, source, _file.Choice(top, "subject", ["customer", "account"]) == "account" ? SubjectType.Account : SubjectType.Customer,
            _file.Choice(top, "forward_only", ["false", "true"]) == "true", thresholds, target, stages, steps, rules);
    }

    private (ImmutableArray<Stage> Stages, ImmutableArray<StageRule> Rules) Stages(Dictionary<string, YamlNode> top, YamlNode root, ImmutableArray<string> path)
    {
        var stages = new List<Stage>();
        var rules = new List<StageRule>();
        if (!top.TryGetValue("stages", out YamlNode? node) || node is not YamlSequenceNode { Children.Count: > 0 } list)
        {
            _file.Error(node ?? root, "the lifecycle has no stages", "stages: and a list of - { id: ..., when: ... }", null);
            return ([], []);
        }

        foreach (YamlNode entry in list)
        {
            Dictionary<string, YamlNode> keys = _file.Entries(entry, StageKeys, "a stage");
            string? id = _file.Text(keys, "id", entry, "the stage's id");
            if (id is null)
            {
                continue;
            }

            _file.CheckId(keys["id"], id);
            Stage? stage = stages.Find(known => known.Id == id);
            if (stage is null)
            {
                stage = new Stage(stages.Count, id, keys.TryGetValue("name", out YamlNode? name) ? _file.Local(name) : new LocalText(id, id), path.IndexOf(id));
                stages.Add(stage);
            }
            else if (keys.TryGetValue("name", out YamlNode? name) && stage.Name.En == id)
            {
                stages[stage.Index] = stage = stage with { Name = _file.Local(name) };
            }

            if (!keys.TryGetValue("when", out YamlNode? when))
            {
                _file.Error(entry, $"the stage \"{id}\" has no rule", "when: and a condition (always for the last)", null);
                continue;
            }

            rules.Add(new StageRule(stage.Index, keys.TryGetValue("because", out YamlNode? because) ? _file.Local(because) : null, _file.Source(when)));
        }

        if (_file.IsSound && rules[^1].When.Text.Trim() != "always")
        {
            _file.Error(list.Children[^1], "the last rule does not always hold, so somebody could be nowhere", "when: always on the last stage", null);
        }

        if (stages.Count > 60)
        {
            _file.Error(list, $"{stages.Count} stages are too many", "at most 60", null);
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
            _file.Error(node, "the path is no list", "path: [first, second, third]", null);
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
                _file.Error(step, $"the path names \"{id}\", which is no stage", string.Join(", ", ids), Spelling.Nearest(id, ids));
            }
            else if (!seen.Add(id))
            {
                _file.Error(step, $"the path names \"{id}\" twice", "each stage once", null);
            }
        }
    }
}

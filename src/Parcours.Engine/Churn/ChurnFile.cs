using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Domain.Features;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Definitions;
using YamlDotNet.RepresentationModel;

namespace Parcours.Engine.Churn;

/// <summary>Reads a churn definition from its YAML file. What is wrong comes back as errors with their place.</summary>
internal static class ChurnFile
{
    private static readonly string[] Keys = ["churn", "name", "source", "subject", "eligible", "outcome", "horizon", "recency", "candidates"];

    /// <summary>Reads a definition; null with errors when it cannot be used.</summary>
    public static (ChurnDefinition? Definition, ImmutableArray<ExpressionError> Errors) Read(string text)
    {
        var file = new DefinitionFile(text);
        ChurnDefinition? definition = file.Root("churn") is { } root ? Definition(file, root) : null;
        return (file.IsSound ? definition : null, file.Errors);
    }

    private static ChurnDefinition? Definition(DefinitionFile file, YamlMappingNode root)
    {
        Dictionary<string, YamlNode> top = file.Entries(root, Keys, "a churn definition");
        string id = file.Text(top, "churn", root, "an id in lower case, such as stopped-buying") ?? string.Empty;
        if (top.TryGetValue("churn", out YamlNode? idNode))
        {
            file.CheckId(idNode, id);
        }

        string source = top.ContainsKey("source") ? file.Text(top, "source", root, "where it comes from") ?? string.Empty : string.Empty;
        Period horizon = Horizon(file, top, root);
        string recency = top.TryGetValue("recency", out YamlNode? feature) ? Feature(file, feature) : "days_since_last_order";
        var definition = new ChurnDefinition(
            id, top.TryGetValue("name", out YamlNode? name) ? file.Local(name) : new LocalText(id, id), source,
            file.Choice(top, "subject", ["customer", "account"]) == "account" ? SubjectType.Account : SubjectType.Customer,
            Condition(file, top, "eligible", root, "who could leave, such as orders >= 1"),
            Condition(file, top, "outcome", root, "who has left, such as never(order within horizon)"),
            horizon, recency, Candidates(file, top));
        CheckConditions(file, definition);
        return definition;
    }

    private static SourceText Condition(DefinitionFile file, Dictionary<string, YamlNode> top, string key, YamlNode root, string expected)
    {
        if (top.TryGetValue(key, out YamlNode? node))
        {
            return file.Source(node);
        }

        file.Error(root, $"{key}: is missing", expected, null);
        return new SourceText("always");
    }

    private static Period Horizon(DefinitionFile file, Dictionary<string, YamlNode> top, YamlNode root)
    {
        if (!top.TryGetValue("horizon", out YamlNode? node))
        {
            file.Error(root, "horizon: is missing", "a length of time, such as 180 days", null);
            return Period.OfDays(1);
        }

        Period? period = Durations.Parse(file.Source(node), out ExpressionError? error);
        if (period is null)
        {
            file.Error(error!);
        }
        else if (period.Value.ApproximateDays < 1)
        {
            file.Error(node, "the horizon is shorter than a day", "a length of time, such as 180 days", null);
        }

        return period ?? Period.OfDays(1);
    }

    private static string Feature(DefinitionFile file, YamlNode node)
    {
        string id = (node as YamlScalarNode)?.Value ?? string.Empty;
        if (FeatureList.All.All(known => known.Id != id))
        {
            string[] ids = [.. FeatureList.All.Select(known => known.Id)];
            file.Error(node, $"\"{id}\" is no feature", "one such as days_since_last_order", Spelling.Nearest(id, ids));
        }

        return id;
    }

    private static ImmutableArray<string> Candidates(DefinitionFile file, Dictionary<string, YamlNode> top)
    {
        if (!top.TryGetValue("candidates", out YamlNode? node))
        {
            return ["logistic", "boosting"];
        }

        var found = ImmutableArray.CreateBuilder<string>();
        foreach (YamlNode entry in (node as YamlSequenceNode)?.Children ?? [])
        {
            string id = (entry as YamlScalarNode)?.Value ?? string.Empty;
            if (!ChurnLearners.Ids.Contains(id))
            {
                file.Error(entry, $"\"{id}\" is no learner", string.Join(", ", ChurnLearners.Ids), Spelling.Nearest(id, ChurnLearners.Ids));
            }

            found.Add(id);
        }

        if (found.Count == 0)
        {
            file.Error(node, "there is no candidate", string.Join(", ", ChurnLearners.Ids), null);
        }

        return found.ToImmutable();
    }

    // Compiled on an empty base: what a file may hold that is well formed and still wrong.
    private static void CheckConditions(DefinitionFile file, ChurnDefinition definition)
    {
        var empty = new HistoryBase([], Subjects.Of([], []), Vocabulary.Empty, Calendar.Utc, 0);
        foreach (SourceText source in (SourceText[])[definition.Eligible, definition.Outcome])
        {
            if (Domain.Expressions.Condition.Compile(source, empty, definition.Lengths, out ExpressionError? error) is null)
            {
                file.Error(error!);
            }
        }
    }
}

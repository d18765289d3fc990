using System.Collections.Immutable;
using System.IO.Enumeration;
using Parcours.Domain.Expressions;
using Parcours.Domain.Facts;
using Parcours.Engine.Definitions;
using Parcours.Engine.Import;
using YamlDotNet.RepresentationModel;

namespace Parcours.Engine.Sources.Inbox;

/// <summary>The rules of the watched folder, in <c>inbox.yaml</c> of the workspace.</summary>
public sealed class InboxRules
{
    /// <summary>The file of a workspace's folder that holds the rules.</summary>
    public const string FileName = "inbox.yaml";

    private const string Example = "files: [{ match: \"till-*.csv\", as: orders }]";

    private readonly ImmutableArray<InboxRule> _rules;

    private InboxRules(ImmutableArray<InboxRule> rules) => _rules = rules;

    /// <summary>Reads the text of the file; null with errors when it cannot be used.</summary>
    public static (InboxRules? Rules, ImmutableArray<ExpressionError> Errors) Read(string text)
    {
        var file = new DefinitionFile(text);
        var rules = ImmutableArray.CreateBuilder<InboxRule>();
        if (file.Root("files") is { } root)
        {
            Dictionary<string, YamlNode> top = file.Entries(root, ["files"], FileName);
            if (top.GetValueOrDefault("files") is YamlSequenceNode { Children.Count: > 0 } list)
            {
                rules.AddRange(list.Children.Select(node => RuleOf(file, node)).OfType<InboxRule>());
            }
            else
            {
                file.Error(top.GetValueOrDefault("files") ?? root, "files is no list", Example, null);
            }
        }

        return (file.IsSound ? new InboxRules(rules.ToImmutable()) : null, file.Errors);
    }

    /// <summary>The first rule whose pattern a file's name has; null for none.</summary>
    public InboxRule? Find(string name) => _rules.FirstOrDefault(rule => FileSystemName.MatchesSimpleExpression(rule.Match, name));

    private static InboxRule? RuleOf(DefinitionFile file, YamlNode node)
    {
        Dictionary<string, YamlNode> entries = file.Entries(node, ["match", "as", "map", "currency", "source", "force"], "a rule");
        if (node is not YamlMappingNode || file.Text(entries, "match", node, "the pattern of the files' names, as till-*.csv") is not { } match
            || file.Text(entries, "as", node, string.Join(", ", Importer.Kinds)) is not { } kind)
        {
            return null;
        }

        if (!Importer.Kinds.Contains(kind))
        {
            file.Error(entries["as"], $"\"{kind}\" is no kind of file", string.Join(", ", Importer.Kinds), Spelling.Nearest(kind, Importer.Kinds));
        }

        string? currency = (entries.GetValueOrDefault("currency") as YamlScalarNode)?.Value;
        if (currency is not null && !Currencies.TryFind(currency, out _))
        {
            file.Error(entries["currency"], $"\"{currency}\" is no currency", "a code of ISO 4217, as EUR", null);
        }

        var map = ImmutableArray.CreateBuilder<string>();
        if (entries.GetValueOrDefault("map") is { } columns)
        {
            map.AddRange(file.Entries(columns, [], "map").Select(pair => $"{pair.Key}={(pair.Value as YamlScalarNode)?.Value}"));
        }

        bool force = file.Choice(entries, "force", ["false", "true"]) == "true";
        return new InboxRule(match, kind, map.ToImmutable(), currency, (entries.GetValueOrDefault("source") as YamlScalarNode)?.Value, force);
    }
}

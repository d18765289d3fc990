using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Segments;
using Parcours.Engine.Definitions;
using YamlDotNet.RepresentationModel;

namespace Parcours.Engine.Segments;

/// <summary>Reads a segment's definition from its YAML file. What is wrong comes back as errors with their place, all that can be found at once.</summary>
internal static class SegmentFile
{
    private const int LongestText = 4000;

    private static readonly string[] Keys = ["segment", "name", "description", "owner", "strategy", "subject", "where", "list"];

    /// <summary>Reads a definition, its condition not yet checked against the language.</summary>
    /// <param name="file">The file's text; errors are added to it.</param>
    /// <returns>The definition; null when it cannot be used.</returns>
    public static SegmentDefinition? Read(DefinitionFile file)
    {
        if (file.Root("segment") is not { } root)
        {
            return null;
        }

        Dictionary<string, YamlNode> top = file.Entries(root, Keys, "a segment");
        string id = file.Text(top, "segment", root, "a name in lower case, such as big-spenders") ?? string.Empty;
        if (top.TryGetValue("segment", out YamlNode? idNode) && id.Length > 0 && !SegmentDefinition.IsId(id))
        {
            file.Error(idNode, $"\"{id}\" is no name of a segment", $"lower-case letters, digits and hyphens, at most {SegmentDefinition.LongestId}", null);
        }

        bool isList = file.Choice(top, "list", ["false", "true"]) == "true";
        SourceText? where = top.TryGetValue("where", out YamlNode? whereNode) ? file.Source(whereNode) : null;
        if (isList == where is not null)
        {
            file.Error(whereNode ?? root, isList ? "a list has no condition" : "the segment does not say who is in it", "where: and a condition, or list: true", null);
        }

        SubjectType subject = file.Choice(top, "subject", ["customer", "account"]) == "account" ? SubjectType.Account : SubjectType.Customer;
        var definition = new SegmentDefinition(
            id, Local(file, top, "name", id), Local(file, top, "description", string.Empty), Text(file, top, "owner"), Text(file, top, "strategy"), subject, where);
        return file.IsSound ? definition : null;
    }

    private static LocalText Local(DefinitionFile file, Dictionary<string, YamlNode> top, string key, string otherwise)
    {
        if (!top.TryGetValue(key, out YamlNode? node) || node is YamlScalarNode { Value: null or "" })
        {
            return new LocalText(otherwise, otherwise);
        }

        LocalText text = file.Local(node);
        if (Math.Max(text.En.Length, text.Fr.Length) > LongestText)
        {
            file.Error(node, $"{key}: is too long", $"at most {LongestText} characters", null);
        }

        return text;
    }

    private static string Text(DefinitionFile file, Dictionary<string, YamlNode> top, string key)
    {
        if (!top.TryGetValue(key, out YamlNode? node))
        {
            return string.Empty;
        }

        if (node is YamlScalarNode scalar && (scalar.Value?.Length ?? 0) <= LongestText)
        {
            return scalar.Value ?? string.Empty;
        }

        file.Error(node, $"{key}: is no short text", "a name", null);
        return string.Empty;
    }
}

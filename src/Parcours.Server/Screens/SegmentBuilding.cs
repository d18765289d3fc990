using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Segments;
using Parcours.Engine.Segments.Building;

namespace Parcours.Server.Screens;

/// <summary>
/// The builder's form as a tree, and what its buttons do to it. A node's fields begin with its path, "n.0.1": <c>.g</c> is the kind of a group, <c>.k</c> the shape of a
/// condition, <c>.f.NAME</c> a field of it.
/// </summary>
internal static class SegmentBuilding
{
    private const int MostParts = 100;
    private const int Deepest = 8;

    /// <summary>The tree of a form; an empty group when there is none.</summary>
    internal static ConditionGroup Read(IFormCollection form) => ReadNode(form, "n", 0) is { } tree && ConditionGroup.Of(tree) is { } group ? group : new ConditionGroup(GroupKind.All, []);

    /// <summary>The tree after a button: "add n.0", "group n", "remove n.0.1".</summary>
    internal static ConditionTree Do(ConditionGroup tree, string? action) => Changed(tree, action).Tree;

    private static ConditionGroup Changed(ConditionGroup tree, string? action)
    {
        string[] words = (action ?? string.Empty).Split(' ');
        if (words is not [var verb, ['n', .. var rest]])
        {
            return tree;
        }

        int[] path = [.. rest.Split('.', StringSplitOptions.RemoveEmptyEntries).Select(place => int.TryParse(place, CultureInfo.InvariantCulture, out int at) ? at : -1)];
        return verb switch
        {
            "add" => At(tree, path, group => With(group, ConditionShapes.All[0].Usual())),
            "group" => At(tree, path, group => With(group, new ConditionTree.Group(true, [ConditionShapes.All[0].Usual()]))),
            "remove" when path.Length > 0 => At(tree, path.AsSpan(0, path.Length - 1), group => group with { Parts = [.. group.Parts.Where((_, at) => at != path[^1])] }),
            _ => tree,
        };
    }

    private static ConditionGroup With(ConditionGroup group, ConditionTree part) => group.Parts.Length < MostParts ? group with { Parts = group.Parts.Add(part) } : group;

    private static ConditionGroup At(ConditionGroup group, ReadOnlySpan<int> path, Func<ConditionGroup, ConditionGroup> change)
    {
        if (path.IsEmpty)
        {
            return change(group);
        }

        return path[0] >= 0 && path[0] < group.Parts.Length && ConditionGroup.Of(group.Parts[path[0]]) is { } inner
            ? group with { Parts = group.Parts.SetItem(path[0], At(inner, path[1..], change).Tree) }
            : group;
    }

    private static ConditionTree? ReadNode(IFormCollection form, string path, int depth)
    {
        if (form[path + ".g"] is [{ } kind] && depth < Deepest)
        {
            List<ConditionTree> parts = [];
            for (int i = 0; i < MostParts && ReadNode(form, $"{path}.{i.ToString(CultureInfo.InvariantCulture)}", depth + 1) is { } part; i++)
            {
                parts.Add(part);
            }

            return new ConditionGroup(Enum.TryParse(kind, out GroupKind group) ? group : GroupKind.All, [.. parts]).Tree;
        }

        if (form[path + ".k"] is not [{ } key])
        {
            return null;
        }

        ConditionShape shape = ConditionShapes.Find(key);
        if (form[path + ".was"] is [{ } was] && was != shape.Key)
        {
            return shape.Usual(); // another shape was chosen: its fields come with what usually stands in them
        }

        Dictionary<string, string> fields = new(StringComparer.Ordinal);
        foreach (ConditionField field in shape.Fields)
        {
            string value = form[$"{path}.f.{field.Name}"].ToString().Trim();
            if (value.Length > 0)
            {
                fields[field.Name] = value;
            }
            else if (!field.IsOptional)
            {
                fields[field.Name] = field.Usual;
            }
        }

        return shape.Fill(fields);
    }
}

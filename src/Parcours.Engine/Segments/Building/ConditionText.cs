namespace Parcours.Engine.Segments.Building;

/// <summary>Trees of conditions as texts of the language, and back. What has no known shape stays a text within the tree, so nothing is lost either way.</summary>
public static class ConditionText
{
    /// <summary>The tree of a text. An empty text is an empty group. A text with errors is a tree too: its errors stand in its texts.</summary>
    public static ConditionTree.Group Read(string text) => ReadAny(text.Trim()) switch
    {
        ConditionTree.Group group => group,
        var single when text.Trim().Length > 0 => new ConditionTree.Group(GroupKind.All, [single]),
        _ => new ConditionTree.Group(GroupKind.All, []),
    };

    /// <summary>The text of a tree; empty for an empty one.</summary>
    public static string Write(ConditionTree tree) => tree switch
    {
        ConditionTree.Leaf leaf => Text(leaf),
        ConditionTree.Group group => WriteGroup(group),
        _ => throw new ArgumentOutOfRangeException(nameof(tree)),
    };

    private static string Text(ConditionTree.Leaf leaf)
    {
        string text = ConditionShapes.Find(leaf.Shape).Write(leaf).Trim();
        return leaf.Shape == ConditionShapes.Text && ConditionSplitter.Split(text, "or").Count + ConditionSplitter.Split(text, "and").Count > 2 ? $"({text})" : text;
    }

    private static string WriteGroup(ConditionTree.Group group)
    {
        string[] parts = [.. group.Parts.Select(part => (part, Text: Write(part))).Where(part => part.Text.Length > 0)
            .Select(part => part.part is ConditionTree.Group { Kind: not GroupKind.None } inner && inner.Parts.Count > 1 ? $"({part.Text})" : part.Text)];
        return (group.Kind, parts.Length) switch
        {
            (_, 0) => string.Empty,
            (GroupKind.None, 1) when group.Parts is [ConditionTree.Leaf { Shape: not ConditionShapes.Text }] => $"not {parts[0]}",
            (GroupKind.None, _) => $"not ({string.Join(" or ", parts)})",
            (GroupKind.Any, _) => string.Join(" or ", parts),
            _ => string.Join(" and ", parts),
        };
    }

    private static ConditionTree ReadAny(string text)
    {
        if (ConditionSplitter.Split(text, "or") is { Count: > 1 } either)
        {
            return new ConditionTree.Group(GroupKind.Any, [.. either.Select(ReadAny)]);
        }

        if (ConditionSplitter.Split(text, "and") is { Count: > 1 } both)
        {
            return new ConditionTree.Group(GroupKind.All, [.. both.Select(ReadAny)]);
        }

        if (ConditionSplitter.AfterNot(text) is { } denied)
        {
            ConditionTree inner = ReadAny(denied);
            return inner is ConditionTree.Group { Kind: GroupKind.Any } any ? any with { Kind = GroupKind.None } : new ConditionTree.Group(GroupKind.None, [inner]);
        }

        if (ConditionSplitter.Inside(text) is { } inside)
        {
            return ReadAny(inside);
        }

        foreach (ConditionShape shape in ConditionShapes.All)
        {
            if (shape.Read(text) is { } leaf)
            {
                return leaf;
            }
        }

        return new ConditionTree.Leaf(ConditionShapes.Text, new Dictionary<string, string>(StringComparer.Ordinal) { ["text"] = text });
    }
}

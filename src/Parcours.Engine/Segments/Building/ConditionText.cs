using Parcours.Domain.Expressions;
using Parcours.Domain.Segments;

namespace Parcours.Engine.Segments.Building;

/// <summary>Texts of the language as a builder draws them, and back. Any text can be drawn, one with errors too; groups that hold nothing yet are not written.</summary>
public static class ConditionText
{
    /// <summary>The tree of a text: an empty group for an empty text; for one with errors, the text.</summary>
    public static ConditionTree Read(string text) =>
        string.IsNullOrWhiteSpace(text) ? new ConditionTree.Group(false, [])
        : TreeReader.Read(new SourceText(text), out _) is { } tree ? Drawn(tree)
        : new ConditionTree.Text(text.Trim());

    /// <summary>The text of a tree; empty for an empty one.</summary>
    public static string Write(ConditionTree tree) => Filled(tree) is { } filled ? TreeWriter.Write(filled) : string.Empty;

    /// <summary>The tree with the words "always" and "false" as texts: to a builder, an empty group is one that waits for its conditions.</summary>
    private static ConditionTree Drawn(ConditionTree tree) => tree switch
    {
        ConditionTree.Group { Items: [] } => new ConditionTree.Text(TreeWriter.Write(tree)),
        ConditionTree.Group group => group with { Items = [.. group.Items.Select(Drawn)] },
        ConditionTree.Not not => new ConditionTree.Not(Drawn(not.Item)),
        _ => tree,
    };

    /// <summary>The tree without its empty groups and texts; null when nothing is left.</summary>
    private static ConditionTree? Filled(ConditionTree tree) => tree switch
    {
        ConditionTree.Group group => group.Items.Select(Filled).OfType<ConditionTree>().ToArray() is { Length: > 0 } items ? group with { Items = [.. items] } : null,
        ConditionTree.Not not => Filled(not.Item) is { } item ? new ConditionTree.Not(item) : null,
        ConditionTree.Text text => string.IsNullOrWhiteSpace(text.Written) ? null : text,
        _ => tree,
    };
}

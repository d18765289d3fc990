using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Domain.Segments;
using Parcours.Engine.Definitions;
using Parcours.Engine.Lifecycles;

namespace Parcours.Engine.Segments;

/// <summary>
/// The segments of a workspace: a file each, <c>segments/NAME.yaml</c> in its folder, beside it <c>NAME.ids</c> when it is a list. Read anew at each question.
/// </summary>
public sealed class SegmentLibrary
{
    private readonly LifecycleLibrary _lifecycles;
    private readonly SegmentFolder _folder;

    /// <summary>The segments of a workspace.</summary>
    /// <param name="workspaceFolder">The workspace's folder; null for none.</param>
    /// <param name="lifecycles">Its lifecycles: conditions may read their stages, its properties and its churn scores.</param>
    public SegmentLibrary(string? workspaceFolder, LifecycleLibrary lifecycles)
    {
        _lifecycles = lifecycles;
        _folder = new SegmentFolder(workspaceFolder);
    }

    /// <summary>Every name, in ordinal order.</summary>
    public IReadOnlyList<string> Ids => _folder.Ids;

    /// <summary>The lifecycles that conditions may read.</summary>
    public LifecycleLibrary Lifecycles => _lifecycles;

    /// <summary>A segment; null for an unknown name.</summary>
    /// <exception cref="DefinitionException">Its file has errors.</exception>
    public SegmentDefinition? Find(string id)
    {
        if (TextOf(id) is not { } text)
        {
            return null;
        }

        (SegmentDefinition? definition, ImmutableArray<ExpressionError> errors) = Check(text);
        if (definition is not null && definition.Id != id)
        {
            errors = [new(1, 1, $"the file is named {id} and defines \"{definition.Id}\"", $"segment: {id}", null)];
            definition = null;
        }

        return definition ?? throw new DefinitionException(_folder.PathOf(id), errors);
    }

    /// <summary>The text of a segment's file; null for an unknown name.</summary>
    public string? TextOf(string id) => _folder.TextOf(id);

    /// <summary>The keys on a list, as they were given; none for a segment with a condition.</summary>
    public IReadOnlyList<string> KeysOf(string id) => _folder.KeysOf(id);

    /// <summary>What happened to a segment's file, oldest first. One that was changed by hand since says so itself: its text is not the last entry's.</summary>
    public IReadOnlyList<SegmentVersion> HistoryOf(string id) => _folder.HistoryOf(id);

    /// <summary>Reads and checks the text of a segment's file.</summary>
    /// <returns>The definition, or null and what is wrong with it.</returns>
    public (SegmentDefinition? Definition, ImmutableArray<ExpressionError> Errors) Check(string text)
    {
        var file = new DefinitionFile(text);
        if (SegmentFile.Read(file) is not { } definition)
        {
            return (null, file.Errors);
        }

        foreach (ExpressionError error in ErrorsOf(definition))
        {
            file.Error(error);
        }

        return (file.IsSound ? definition : null, file.Errors);
    }

    /// <summary>What is wrong with a segment's condition; nothing when it can be used.</summary>
    public ImmutableArray<ExpressionError> ErrorsOf(SegmentDefinition definition)
    {
        ImmutableArray<ExpressionError> circles = [.. SegmentCircles.Check(definition, Ids, Unchecked)];
        return circles.Length > 0 || definition.IsList
            ? circles
            : definition.AsLifecycle().Check(OtherAsLifecycle, _lifecycles.Properties, _lifecycles.Scores, id => Unchecked(id)?.IsList == true);
    }

    /// <summary>A segment as it was saved, without a look at its condition; null when its file is missing or cannot be read.</summary>
    public SegmentDefinition? Unchecked(string id) => TextOf(id) is { } text ? SegmentFile.Read(new DefinitionFile(text)) : null;

    private Domain.Lifecycles.LifecycleDefinition? OtherAsLifecycle(string id) =>
        id.StartsWith(SegmentDefinition.Prefix, StringComparison.Ordinal) ? Unchecked(id[SegmentDefinition.Prefix.Length..])?.AsLifecycle() : _lifecycles.Find(id);
}

using Parcours.Domain.Segments;
using Parcours.Engine.Files;

namespace Parcours.Engine.Segments;

/// <summary>Where the segments of a workspace lie: <c>segments/NAME.yaml</c>, <c>segments/NAME.ids</c>, <c>segments/history/NAME.jsonl</c>.</summary>
internal sealed class SegmentFolder(string? workspaceFolder)
{
    private readonly string? _path = workspaceFolder is null ? null : Path.Combine(workspaceFolder, "segments");

    /// <summary>Every name, in ordinal order. A file whose name is no segment's is left alone.</summary>
    public IReadOnlyList<string> Ids => _path is null || !Directory.Exists(_path) ? [] :
        [.. Directory.GetFiles(_path, "*.yaml").Select(Path.GetFileNameWithoutExtension).OfType<string>().Where(SegmentDefinition.IsId).Order(StringComparer.Ordinal)];

    public string PathOf(string id) => Path.Combine(_path!, id + ".yaml");

    public string? TextOf(string id) => Text(id, ".yaml");

    public IReadOnlyList<string> KeysOf(string id) => Lines(Text(id, ".ids") ?? string.Empty);

    public IReadOnlyList<SegmentVersion> HistoryOf(string id) => IsUsable(id) ? SegmentVersions.Read(HistoryPath(id)) : [];

    /// <summary>The keys of a text: one a line, spaces around it and repeats left out, in the order of the text.</summary>
    public static IReadOnlyList<string> Lines(string text) =>
        [.. text.TrimStart('\ufeff').Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).Distinct(StringComparer.Ordinal)];

    /// <summary>Writes a segment's files, whole or not at all, and a line of its changelog.</summary>
    public void Save(string id, string text, IReadOnlyCollection<string>? keys, SegmentVersion version)
    {
        if (keys is not null)
        {
            WholeFile.Write(Path.Combine(_path!, id + ".ids"), string.Concat(keys.Select(key => key + "\n")));
        }

        WholeFile.Write(PathOf(id), text);
        SegmentVersions.Append(HistoryPath(id), version);
    }

    /// <summary>Takes a segment's files away; its changelog stays.</summary>
    public void Remove(string id, SegmentVersion version)
    {
        File.Delete(PathOf(id));
        File.Delete(Path.Combine(_path!, id + ".ids"));
        SegmentVersions.Append(HistoryPath(id), version);
    }

    private string HistoryPath(string id) => Path.Combine(_path!, "history", id + ".jsonl");

    // A name comes from an address or an expression: only one that can be a segment's reaches the disk.
    private bool IsUsable(string id) => _path is not null && SegmentDefinition.IsId(id);

    private string? Text(string id, string ending)
    {
        string path = IsUsable(id) ? Path.Combine(_path!, id + ending) : string.Empty;
        return path.Length > 0 && File.Exists(path) ? File.ReadAllText(path) : null;
    }
}

namespace Parcours.Engine.Import.Formats;

/// <summary>The kinds of files, by the name <c>--as</c> gives them.</summary>
internal static class FileKinds
{
    private static readonly Dictionary<string, Func<IReadOnlySet<string>, FileFormat>> Kinds = new(StringComparer.Ordinal)
    {
        ["orders"] = OrderFormats.Of,
    };

    /// <summary>NDJSON facts, which have no columns to recognise.</summary>
    public const string Facts = "facts";

    /// <summary>All the names, the usual one first.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Kinds.Keys, Facts];

    /// <summary>The format of a table of a kind.</summary>
    public static FileFormat FormatOf(string kind, IReadOnlySet<string> headers) => Kinds[kind](headers);
}

namespace Parcours.Architecture;

/// <summary>The files people wrote, without what a build leaves beside them.</summary>
internal static class SourceFiles
{
    private static readonly string[] _built = ["bin", "obj", "node_modules", "dist"];

    /// <summary>Paths relative to the repository with forward slashes, in ordinal order, below <paramref name="folders"/>.</summary>
    public static IReadOnlyList<string> Below(string pattern, params string[] folders) =>
    [
        .. folders.Where(folder => Directory.Exists(Path.Combine(Repository.Root, folder)))
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => _built.Contains(part)))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>Every C# file of the repository.</summary>
    public static IReadOnlyList<string> CSharp { get; } = Below("*.cs", "src", "tests", "bench");

    public static string Text(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Repository.Root, path));
}

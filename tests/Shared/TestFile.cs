namespace Parcours.Testing;

/// <summary>The published data sets, which are not in the repository.</summary>
internal static class TestFile
{
    /// <summary>The folder that holds cdnow.csv: PARCOURS_TEST_DATA, else ../shared/data beside the repository.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("PARCOURS_TEST_DATA") is { Length: > 0 } folder
            ? folder
            : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data"));

    /// <summary>The full path of a data file (<c>cdnow.csv</c>); skips the test, saying so, when it is not on this machine.</summary>
    public static string Required(string name)
    {
        var path = Path.Combine(Folder, name);
        // .ci/run looks for these first two words: there, a test that needs data may not be skipped.
        Assert.SkipUnless(File.Exists(path), $"needs data: {name} is not in {Folder}; set PARCOURS_TEST_DATA to the folder that holds it");
        return path;
    }
}

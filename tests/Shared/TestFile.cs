namespace Parcours.Testing;

/// <summary>The published data sets, which are not in the repository.</summary>
internal static class TestFile
{
    /// <summary>The folder with the sets in <c>data/</c> and the published figures in <c>reference/</c>: PARCOURS_TEST_DATA, else ../shared beside the repository.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("PARCOURS_TEST_DATA") is { Length: > 0 } folder
            ? folder
            : Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    /// <summary>The full path of a file (<c>cdnow.csv</c>); skips the test, saying so, when it is not on this machine.</summary>
    public static string Required(string name)
    {
        // The folder of the sets themselves will do too: the figures are then looked for beside it.
        string? path = new[] { "data", "reference", "", "../reference" }.Select(part => Path.GetFullPath(Path.Combine(Folder, part, name))).FirstOrDefault(File.Exists);
        // .ci/run looks for these first two words: there, a test that needs data may not be skipped.
        Assert.SkipUnless(path is not null, $"needs data: {name} is not below {Folder}; set PARCOURS_TEST_DATA to the folder that holds data/ and reference/");
        return path!;
    }
}

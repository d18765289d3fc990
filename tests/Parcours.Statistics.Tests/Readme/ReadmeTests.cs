namespace Parcours.Statistics.Readme;

/// <summary>The examples of the project's README are lines of the tests in this folder, which run them.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Every_example_is_code_that_a_test_runs()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "src/Parcours.Statistics/README.md"));
        string[] tests = [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests/Parcours.Statistics.Tests/Readme"), "*.cs").Select(File.ReadAllText).Select(Plain)];
        string[] examples = [.. readme.Split("```csharp").Skip(1).Select(part => Plain(part.Split("```")[0]))];

        Assert.NotEmpty(examples);
        Assert.All(examples, example => Assert.Contains(tests, test => test.Contains(example, StringComparison.Ordinal)));
    }

    // Without indentation and blank lines.
    private static string Plain(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
}

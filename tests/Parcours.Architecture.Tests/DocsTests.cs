using System.Text.RegularExpressions;

namespace Parcours.Architecture;

/// <summary>What we publish speaks to a reader who has only the repository.</summary>
public sealed partial class DocsTests
{
    [Fact]
    public void Document_speaks_of_no_issue_and_no_private_folder() =>
        Assert.Empty(Documents().Where(file => Private().IsMatch(SourceFiles.Text(file)) || Number().IsMatch(SourceFiles.Text(file))));

    [Fact]
    public void Source_speaks_of_no_issue_and_no_private_folder() =>
        Assert.Empty(SourceFiles.CSharp
            .Where(file => Path.GetFileName(file) is not "TestFile.cs" and not "DocsTests.cs")
            .Where(file => Private().IsMatch(SourceFiles.Text(file))));

    [Fact]
    public void Link_inside_the_repository_leads_somewhere() =>
        Assert.Empty(
            from file in Documents()
            from Match link in Link().Matches(SourceFiles.Text(file))
            let target = link.Groups[1].Value.Split('#')[0]
            where target.Length > 0 && !target.Contains(':', StringComparison.Ordinal)
            where !Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(file)!, target))
            select $"{file}: {target}");

    [Fact]
    public void Decision_has_a_number_of_its_own() =>
        Assert.Empty(SourceFiles.Below("*.md", "docs/adr").Where(file => !file.EndsWith("/README.md", StringComparison.Ordinal))
            .GroupBy(file => Path.GetFileName(file)[..4])
            .Where(group => group.Count() > 1 || !FourDigits().IsMatch(group.Key))
            .SelectMany(group => group));

    private static IEnumerable<string> Documents() =>
        new[] { "README.md", "CONTRIBUTING.md", "CHANGELOG.md" }.Concat(SourceFiles.Below("*.md", "docs", "definitions", "eng", "bench"));

    [GeneratedRegex(@"(?i)\bissue #?\d|\.\./shared|(?<![\w/])shared/(data|reference|hooks|DESIGN|STYLE|SCREENS)")]
    private static partial Regex Private();

    // #12, where it is neither a colour, an anchor nor a character reference.
    [GeneratedRegex(@"(?<![\w&(])#\d{1,4}\b(?!;)")]
    private static partial Regex Number();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^[0-9]{4}$")]
    private static partial Regex FourDigits();
}

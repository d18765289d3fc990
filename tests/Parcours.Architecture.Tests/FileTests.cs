using System.Text.RegularExpressions;

namespace Parcours.Architecture;

/// <summary>Small files, named for what they hold.</summary>
public sealed partial class FileTests
{
    private const int LongestFile = 500;
    private const int LongFile = 250;

    // Words that say nothing, at the end of a name.
    private static readonly string[] _emptyWords = ["Helper", "Helpers", "Manager", "Util", "Utils", "Common", "Base", "Data", "Info"];

    // The base is the design's word for all histories in memory.
    private static readonly string[] _wordsOfTheDesign = ["HistoryBase", "LoadedBase"];

    [Fact]
    public void Source_file_is_never_over_500_lines() =>
        Assert.Empty(SourceFiles.CSharp.Where(file => SourceFiles.Lines(file).Length > LongestFile));

    [Fact]
    public void Nine_files_in_ten_are_under_250_lines()
    {
        var longFiles = SourceFiles.CSharp.Where(file => SourceFiles.Lines(file).Length >= LongFile).ToList();

        Assert.True(longFiles.Count * 10 <= SourceFiles.CSharp.Count, string.Join('\n', longFiles));
    }

    [Fact]
    public void File_name_ends_in_a_word_that_says_something() =>
        Assert.Empty(SourceFiles.CSharp.Where(file =>
            Path.GetFileNameWithoutExtension(file).Split('.')[0] is var name
            && !_wordsOfTheDesign.Contains(name)
            && LastWord().Match(name) is { Success: true } last
            && _emptyWords.Contains(last.Value)));

    [Fact]
    public void File_has_one_public_type() =>
        Assert.Empty(SourceFiles.Below("*.cs", "src").Where(file => PublicType().Count(SourceFiles.Text(file)) > 1));

    [Fact]
    public void Folder_is_the_namespace() =>
        Assert.Empty(SourceFiles.Below("*.cs", "src").Where(file =>
            Namespace().Match(SourceFiles.Text(file)) is { Success: true } found
            && found.Groups[1].Value != NamespaceOf(file)));

    private static string NamespaceOf(string file) => Path.GetDirectoryName(file)!.Replace('\\', '/')["src/".Length..].Replace('/', '.');

    [GeneratedRegex("[A-Z][a-z]*$")]
    private static partial Regex LastWord();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    // Types at the outer level only: no blank before `public`.
    [GeneratedRegex(@"^public (?:[a-z]+ )*(?:class|struct|record|enum|interface|delegate)\b", RegexOptions.Multiline)]
    private static partial Regex PublicType();
}

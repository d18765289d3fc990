using System.CommandLine;

namespace Parcours.Cli.Frame;

/// <summary>
/// The help of every verb, kept as text: a change of it is seen in review. To write the snapshots anew, run these tests with
/// PARCOURS_UPDATE_SNAPSHOTS=1 and read the difference.
/// </summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public void Help_of_every_verb_is_the_one_reviewed(string language)
    {
        using var all = new StringWriter { NewLine = "\n" };
        foreach (string[] words in WordsOf(Verbs.All(language == "fr" ? Language.French : Language.English), []).Prepend([]))
        {
            var run = new TestRun();
            Assert.Equal(ExitCode.Done, run.Run([.. words, "--help", "--lang", language]));
            all.WriteLine($"$ {string.Join(' ', words.Prepend("parcours").Append("--help"))}");
            all.WriteLine(run.Out.ReplaceLineEndings("\n"));
        }

        string path = Path.Combine(Repository.Root, "tests", "Parcours.Cli.Tests", "Frame", $"help.{language}.txt");
        if (Environment.GetEnvironmentVariable("PARCOURS_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, all.ToString());
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), all.ToString());
    }

    [Fact]
    public void Every_verb_and_option_is_described_in_both_languages()
    {
        var english = Described(Verbs.All(Language.English)).ToList();
        var french = Described(Verbs.All(Language.French)).ToList();
        Assert.Equal(english.Count, french.Count);
        Assert.All(english.Zip(french), pair =>
        {
            Assert.False(string.IsNullOrWhiteSpace(pair.First.Description), pair.First.Name);
            Assert.NotEqual(pair.First.Description, pair.Second.Description);
        });
    }

    private static IEnumerable<string[]> WordsOf(IEnumerable<Command> commands, string[] before) => commands
        .Where(command => !command.Hidden)
        .SelectMany(command => WordsOf(command.Subcommands, [.. before, command.Name]).Prepend([.. before, command.Name]));

    private static IEnumerable<Symbol> Described(IEnumerable<Command> commands) => commands.SelectMany(command =>
        command.Options.Cast<Symbol>().Concat(command.Arguments).Concat(Described(command.Subcommands)).Prepend(command));
}

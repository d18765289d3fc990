using System.Text.Json;

namespace Parcours.Cli.Frame;

public sealed class CommandLineRunTests
{
    [Fact]
    public void Option_unknown_names_the_nearest_and_exits_2()
    {
        var run = new TestRun();
        Assert.Equal(ExitCode.WrongUsage, run.Run("--jsn"));
        Assert.Equal("No option --jsn here. Did you mean --json?" + Environment.NewLine, run.Error);
        Assert.Empty(run.Out);
    }

    [Fact]
    public void Fault_of_usage_with_json_is_an_object()
    {
        var run = new TestRun();
        Assert.Equal(ExitCode.WrongUsage, run.Run("--json", "--lang", "fr"));
        JsonElement error = JsonDocument.Parse(run.Error).RootElement.GetProperty("error");
        Assert.Equal("wrong_usage", error.GetProperty("code").GetString());
        Assert.StartsWith("parcours attend un verbe : ", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("« xyz » ne convient pas pour MODEL : au choix, bgbb, bgnbd, ", "fit", "xyz")]
    [InlineData("« shopfy » ne convient pas pour --map : au choix, klaviyo, rfm-10, shopify. Vouliez-vous dire shopify ?", "rfm", "--map", "shopfy")]
    [InlineData("--quantiles attend un nombre, et non « many ».", "rfm", "--quantiles", "many")]
    [InlineData("--quantiles attend un nombre de 2 à 100.", "rfm", "--quantiles", "1")]
    [InlineData("--map attend une valeur. Voyez parcours rfm --help.", "rfm", "--map")]
    [InlineData("parcours lifecycle show attend ID. Voyez parcours lifecycle show --help.", "lifecycle", "show")]
    [InlineData("« hier » n'est pas une date pour --at", "cohorts", "--at", "hier")]
    public void Fault_of_an_argument_is_told_in_french(string message, params string[] words)
    {
        var run = new TestRun().With("LANG", "fr_FR.UTF-8");
        Assert.Equal(ExitCode.WrongUsage, run.Run(words));
        Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"shopfy\" cannot be given for --map: one of klaviyo, rfm-10, shopify. Did you mean shopify?", "rfm", "--map", "shopfy")]
    [InlineData("--quantiles takes a number, not \"many\".", "rfm", "--quantiles", "many")]
    [InlineData("parcours lifecycle show needs ID. See parcours lifecycle show --help.", "lifecycle", "show")]
    public void Fault_of_an_argument_is_told_in_english(string message, params string[] words)
    {
        var run = new TestRun().With("LANG", "en_GB.UTF-8");
        Assert.Equal(ExitCode.WrongUsage, run.Run(words));
        Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr_FR.UTF-8", "Utilisation :")]
    [InlineData("en_GB.UTF-8", "Usage:")]
    [InlineData("C", "Usage:")]
    public void Help_speaks_the_language_of_the_system(string lang, string heading)
    {
        var run = new TestRun().With("LANG", lang);
        Assert.Equal(ExitCode.Done, run.Run("--help"));
        Assert.Contains(heading, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Language_of_messages_goes_before_the_general_one()
    {
        Assert.Same(Language.French, Language.Of([], name => name switch { "LC_MESSAGES" => "fr_CA", "LANG" => "en_US", _ => null }));
        Assert.Same(Language.English, Language.Of([], name => name switch { "LC_ALL" => "en_US", "LC_MESSAGES" => "fr_CA", _ => null }));
        Assert.Same(Language.English, Language.Of(["--lang", "en"], _ => "fr_FR"));
    }

    [Fact]
    public void Version_is_one_line()
    {
        var run = new TestRun();
        Assert.Equal(ExitCode.Done, run.Run("--version"));
        Assert.Matches(@"^\d+\.\d+\.\d+", run.Out);
    }

    [Fact]
    public void Fault_of_ours_is_one_sentence_and_a_log()
    {
        var run = new TestRun(new WorkspaceOpener(_ => throw new InvalidOperationException("the wheel came off"), _ => throw new NotSupportedException()));
        Assert.Equal(ExitCode.Fault, run.Run("rhythm"));
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.Contains("the wheel came off", run.Error, StringComparison.Ordinal);
        string log = run.Error.Trim().Split("Details are in ")[1].TrimEnd('.');
        Assert.Contains("InvalidOperationException", File.ReadAllText(log), StringComparison.Ordinal);
        File.Delete(log);
    }

    [Fact]
    public void Fault_of_ours_shows_its_trace_to_those_who_ask()
    {
        var run = new TestRun(new WorkspaceOpener(_ => throw new InvalidOperationException("the wheel came off"), _ => throw new NotSupportedException()));
        Assert.Equal(ExitCode.Fault, run.With("PARCOURS_DEBUG", "1").Run("rhythm"));
        Assert.Contains("   at Parcours.Cli", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Group_without_a_verb_lists_its_verbs()
    {
        var run = new TestRun();
        Assert.Equal(ExitCode.WrongUsage, run.Run("lifecycle"));
        Assert.StartsWith("parcours lifecycle needs a verb: ", run.Error, StringComparison.Ordinal);
    }
}

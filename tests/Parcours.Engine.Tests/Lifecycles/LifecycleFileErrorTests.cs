using FsCheck;
using FsCheck.Fluent;
using Parcours.Domain.Expressions;
using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Lifecycles;

/// <summary>A definition with an error says where, what was expected and the nearest valid word.</summary>
public sealed class LifecycleFileErrorTests
{
    private const string Sound = """
        lifecycle: mine
        name: { en: Mine, fr: Le mien }
        source: ours, written for "été"
        thresholds:
          inactive_after: { rhythm: median, times: 3, min: 30 days }
          short: 7 days
        path: [new, active]
        stages:
          - id: inactive
            because: { en: silent, fr: silencieux }
            when: >-
              orders >= 1
              and silence(order) >= inactive_after
          - id: active
            when: orders >= 2
              and spend > 10
          - { id: new, when: always }

        """;

    [Fact]
    public void Sound_file_has_no_error()
    {
        (LifecycleDefinition? definition, var errors) = LifecycleFile.Read(Sound, _ => null);
        Assert.Empty(errors);
        Assert.Equal(["inactive", "active", "new"], definition!.Stages.Select(stage => stage.Id));
    }

    [Theory]
    [InlineData("source: ours", "sorce: ours", 3, 1, "source", "no \"sorce\"")]
    [InlineData("    when: orders >= 2\n      and spend > 10\n", "", 14, 5, null, "\"active\" has no rule")]
    [InlineData("when: always", "when: orders >= 1", 17, 5, null, "last rule does not always hold")]
    [InlineData("[new, active]", "[new, actve]", 7, 13, "active", "no stage")]
    [InlineData("[new, active]", "[new, new]", 7, 13, null, "twice")]
    [InlineData("path: [new, active]", "path: new", 7, 7, null, "no list")]
    [InlineData("30 days", "30 dayz", 5, 55, "days", "not expected")]
    [InlineData("30 days", "soon", 5, 52, null, "no length of time")]
    [InlineData("times: 3", "time: 3", 5, 37, "times", "no \"time\"")]
    [InlineData("times: 3", "times: -3", 5, 44, null, "not usable")]
    [InlineData("rhythm: median", "rhythm: medium", 5, 29, null, "not usable")]
    [InlineData("rhythm: median, ", "", 5, 19, null, "neither a period nor a rhythm")]
    [InlineData("min: 30 days }", "per: store }", 5, 52, "category", "per category or for all")]
    [InlineData("short: 7 days", "orders: 7 days", 6, 11, null, "cannot name a threshold")]
    [InlineData("silence(order)", "silence(ordr)", 13, 19, "order", "no kind of fact")]
    [InlineData("and silence", "adn silence", 13, 7, "and", "not expected")]
    [InlineData("inactive_after\n", "inactive_aftr\n", 13, 29, "inactive_after", "not a word")]
    [InlineData("spend > 10", "spnd > 10", 16, 11, "spend", "not a word")]
    [InlineData("spend > 10", "silence(order) > 10", 16, 28, null, "bare number")]
    [InlineData("spend > 10", "reached(activ)", 16, 11, "active", "no stage")]
    [InlineData("spend > 10", "attribute(size-band) = big", 16, 21, null, "hyphen")]
    [InlineData("spend > 10", "'never closed", 16, 11, null, "never closed")]
    [InlineData("spend > 10", "", 16, 10, null, "not expected")]
    [InlineData("id: inactive", "id: In active", 9, 9, null, "no id")]
    [InlineData("lifecycle: mine", "lifecycle: My own", 1, 12, null, "no id")]
    [InlineData("lifecycle: mine\n", "", 1, 1, null, "lifecycle: is missing")]
    [InlineData("name: { en: Mine, fr: Le mien }", "name: { fr: Le mien }", 2, 7, null, "en: is missing")]
    [InlineData("fr: silencieux", "german: still", 10, 28, null, "no \"german\"")]
    [InlineData("{ id: new, when: always }", "{ id: new, when: orders in (1, 2) }", 17, 36, null, "a comma ends a value")]
    [InlineData("path:", "subject: acount\npath:", 7, 10, "account", "subject is")]
    [InlineData("path:", "target: attribut(country) = 'FR'\npath:", 7, 9, "attribute", "not a word")]
    [InlineData("  short: 7 days", "\tshort: 7 days", 6, 1, null, "a tab")]
    [InlineData("short: 7 days", "short: 7 days\n  short: 8 days", 7, 3, null, "not YAML")]
    [InlineData("[new, active]", "[new, active", 7, 11, null, "not YAML")]
    public void Error_has_its_line_and_column_and_the_nearest_word(string sound, string broken, int line, int column, string? nearest, string problem)
    {
        Assert.Contains(sound, Sound, StringComparison.Ordinal);
        int at = Sound.LastIndexOf(sound, StringComparison.Ordinal);
        string text = sound == "inactive_after\n" || Sound.IndexOf(sound, StringComparison.Ordinal) == at
            ? string.Concat(Sound.AsSpan(0, at), broken, Sound.AsSpan(at + sound.Length))
            : Sound.Replace(sound, broken, StringComparison.Ordinal);
        ExpressionError error = ErrorsOf(text)[0];
        Assert.Equal((line, column, nearest), (error.Line, error.Column, error.Nearest));
        Assert.Contains(problem, error.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n# nothing but a comment\n")]
    [InlineData("just a sentence")]
    [InlineData("- a\n- list")]
    [InlineData("lifecycle: one\n---\nlifecycle: two")]
    [InlineData("PK\u0003\u0004\0\0binary")]
    [InlineData("\ufffd\ufffd\u0001\u0002")]
    [InlineData("{{{{")]
    [InlineData("lifecycle: *unknown")]
    [InlineData("stages: &a [*a]")]
    [InlineData("lifecycle: [a]\nstages: {}")]
    public void What_is_no_lifecycle_is_refused_with_a_place(string text)
    {
        ExpressionError error = ErrorsOf(text)[0];
        Assert.True(error is { Line: >= 1, Column: >= 1, Problem.Length: > 0 });
    }

    [Fact]
    public void Nesting_without_end_is_refused_rather_than_followed()
    {
        Assert.Contains("nested too deeply", ErrorsOf("stages: " + new string('[', 100_000))[0].Problem, StringComparison.Ordinal);
        Assert.Contains("too long", ErrorsOf(new string('#', 1_100_000))[0].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_come_at_once_in_the_order_of_the_file()
    {
        string text = Sound.Replace("silence(order)", "silence(ordr)", StringComparison.Ordinal).Replace("spend > 10", "spnd > 10", StringComparison.Ordinal);
        Assert.Equal([13, 16], ErrorsOf(text).Select(error => error.Line));
    }

    [Fact]
    public void Places_are_right_with_windows_line_ends_and_a_byte_order_mark()
    {
        string text = "\ufeff" + Sound.Replace("spend > 10", "spnd > 10", StringComparison.Ordinal).Replace("ordr", "order", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        ExpressionError error = Assert.Single(ErrorsOf(text));
        Assert.Equal((16, 11, "spend"), (error.Line, error.Column, error.Nearest));
    }

    [Theory]
    [InlineData("'orders >= 2 and spnd > 1'", 28)]
    [InlineData("\"orders >= 2 and spnd > 1\"", 28)]
    public void Places_are_right_within_quotes(string quoted, int column)
    {
        ExpressionError error = Assert.Single(ErrorsOf(Sound.Replace("orders >= 2\n      and spend > 10", quoted, StringComparison.Ordinal)));
        Assert.Equal((15, column, "spend"), (error.Line, error.Column, error.Nearest));
    }

    [Fact]
    public void Circle_of_definitions_is_refused()
    {
        string text = Sound.Replace("spend > 10", "stage('mine') = active", StringComparison.Ordinal);
        (LifecycleDefinition? own, _) = LifecycleFile.Read(Sound, _ => null);
        ExpressionError error = Assert.Single(LifecycleFile.Read(text, id => id == "mine" ? own : null).Errors);
        Assert.Contains("no lifecycle that can be used here", error.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_text_never_throws() => Prop.ForAll(
        Arb.From(Gen.Choose(0, int.MaxValue - 1)),
        seed =>
        {
            var random = new Random(seed);
            string text = Sound;
            for (int i = random.Next(1, 4); i > 0; i--)
            {
                int at = random.Next(text.Length);
                string noise = ((string[])["", "{", "[", "\t", ":", "- ", "'", "\"", "&a ", "*a", "|\n", "? ", "#", "!x ", "%", "\n", "  ", "orders(", "..", "\u0001", "(", "1e9 days"])[random.Next(22)];
                text = text[..at] + noise + text[Math.Min(text.Length, at + random.Next(6))..];
            }

            (LifecycleDefinition? definition, var errors) = LifecycleFile.Read(text, _ => null);
            return definition is null != errors.IsEmpty && errors.All(error => error.Line >= 1 && error.Column >= 1);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static System.Collections.Immutable.ImmutableArray<ExpressionError> ErrorsOf(string text)
    {
        (LifecycleDefinition? definition, var errors) = LifecycleFile.Read(text, _ => null);
        Assert.Null(definition);
        Assert.NotEmpty(errors);
        return errors;
    }
}

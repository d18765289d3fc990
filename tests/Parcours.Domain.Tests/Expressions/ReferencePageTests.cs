using System.Globalization;
using System.Text.RegularExpressions;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Domain.Expressions;

/// <summary>The reference page of the language: its examples compile, its answers are right, and no word is missing on it.</summary>
public sealed partial class ReferencePageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "expressions.md")).ReplaceLineEndings("\n");

    public static TheoryData<string> Examples => [.. Blocks().Matches(Page).Select(match => match.Groups[1].Value)];

    public static TheoryData<string, string, string, string, string> Answers =>
        [.. Rows().Matches(Page[Page.IndexOf("## Answers", StringComparison.Ordinal)..])
            .Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value, row.Groups[4].Value, row.Groups[5].Value))];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Example_compiles(string text)
    {
        HistoryBase histories = OrderBases.Base([]).With(FactProperties.Of([new("order", "store", false), new("order", "discount", true), new("message_sent", "subject", false)]));
        var source = new SourceText(text);
        Assert.NotNull(new Compiler(new Fold(histories), Lifecycle(histories)).Condition(Parser.Parse(source), source));
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public void Answer_is_as_the_page_says(string facts, string condition, string at, string answer, string until)
    {
        var texts = new List<string> { "" };
        FactRow[] rows = [.. facts.Split("; ").Select((fact, place) => Row(fact.Split(' ', 4), texts, place))];
        HistoryBase histories = OrderBases.Base(new Vocabulary([.. texts], [], []), rows);
        Condition? compiled = Condition.Compile(new SourceText(condition), histories, out ExpressionError? error);
        Assert.True(compiled is not null, error?.ToString());
        Instant expected = until == "never" ? Instant.Never : Midnight(until);
        Assert.Equal(new Evaluation(answer == "yes", expected), compiled.At(0, Midnight(at)));
    }

    [Fact]
    public void Page_has_examples_and_answers()
    {
        Assert.True(Examples.Count >= 15);
        Assert.True(Answers.Count >= 15);
    }

    [Fact]
    public void Every_word_is_on_the_page()
    {
        IEnumerable<string> words = Words.All.Concat(Words.Reserved).Concat(Words.FactFields).Concat(Words.Kinds).Concat(Words.CalendarUnits);
        Assert.Empty(words.Where(word => !Regex.IsMatch(Page, $@"`[^`\n]*(?<![\w.]){Regex.Escape(word)}(?!\w)[^`\n]*`", RegexOptions.None, TimeSpan.FromSeconds(10))));
    }

    private static Scope Lifecycle(HistoryBase histories) => new(histories)
    {
        Thresholds = new Dictionary<string, ThresholdSeries> { ["inactive_after"] = new(Period.OfDays(90)), ["rhythm"] = new(Period.OfDays(30)) },
        Stages = ["new", "active", "at-risk"],
        State = new StageState(),
        Scores = FixedScores.Of("stopped-buying", 0.5f),
        Other = (asked, _) => asked.Id is "crm-segments" or "rfm-10" or "segment:big-spenders" ? new TextValue(() => 0, (_, _) => 0, _ => string.Empty) : null,
    };

    private static FactRow Row(string[] fact, List<string> texts, int place)
    {
        Assert.True(FactKinds.TryFind(fact[0], out FactKind kind), fact[0]);
        bool isMoney = FactKinds.IsMoney(kind);
        long value = fact.Length > 2 ? long.Parse(fact[2], CultureInfo.InvariantCulture) * (isMoney ? 100 : 1) : 0;
        if (fact.Length > 3)
        {
            texts.Add(fact[3]);
        }

        return OrderBases.Row(kind, Midnight(fact[1]), value, item: fact.Length > 3 ? texts.Count - 1 : 0, currency: isMoney ? OrderBases.Euro : (byte)0, hash: place);
    }

    private static Instant Midnight(string day) =>
        Calendar.Utc.StartOfDay(Calendar.DayOf(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"^```expression\n(.*?)\n```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"^\| ([a-z_]+ \d{4}-.*?) \| `(.*?)` \| ([\d-]+) \| (yes|no) \| ([\d-]+|never) \|$", RegexOptions.Multiline)]
    private static partial Regex Rows();
}

using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Figures;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports;

public sealed partial class ReportPageTests
{
    // Words that both languages write alike.
    private static readonly string[] Shared = ["Conversion", "Total", "RFM", "Date", "Lift", "Chance", "{0} to {1}", "{0} on {1}", "{0} points"];

    public static TheoryData<string> Languages => ["en", "fr"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Same_model_gives_the_same_bytes(string language) =>
        Assert.Equal(Page(SampleReport.Full, language), Page(SampleReport.Full, language));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Page_names_no_address_but_namespaces(string language)
    {
        string page = Page(SampleReport.Full, language).Replace(ReportAssets.Charts, "");

        Assert.Equal(["http://www.w3.org/2000/svg"], Address().Matches(page).Select(match => match.Value).Distinct());
        Assert.DoesNotContain(" src=", Markup(page));
        Assert.DoesNotContain("<link", Markup(page));
        Assert.DoesNotContain("style=\"", Markup(page));
    }

    [Fact]
    public void Page_is_well_under_its_size() => Assert.InRange(Page(SampleReport.Full, "fr").Length, 1, 1_200_000);

    [Fact]
    public void Hostile_names_stay_text()
    {
        string page = Page(SampleReport.Hostile, "en").Replace(ReportAssets.Charts, "");

        Assert.DoesNotContain("<img", page);
        Assert.DoesNotContain("<script>alert", page);
        Assert.Equal(3, ScriptEnd().Count(page));
        Assert.Contains("&lt;/script&gt;&lt;script&gt;alert(1)", page);
        Assert.Contains(SampleReport.HostileName, Data(page).GetProperty("charts").GetProperty("map").GetProperty("left")[0].GetProperty("name").GetString());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_figure_has_its_table(string language)
    {
        IReadOnlyList<Figure> figures = ReportFigures.All(new Scribe(SampleReport.Full, ReportLanguage.Of(language)));
        string page = Markup(Page(SampleReport.Full, language));

        Assert.All(figures, figure =>
        {
            Assert.NotEmpty(figure.Finding);
            Assert.NotEmpty(figure.Table!.Rows);
            Assert.All(figure.Table.Rows, row => Assert.Equal(figure.Table.Columns.Count, row.Count));
        });
        Assert.Equal(figures.Count, Regex.Count(page, "<table"));
        Assert.Equal(figures.Count, Regex.Count(page, "<caption"));
        Assert.Equal(figures.Count(figure => figure.Chart is not null), Regex.Count(page, "data-chart="));
        Assert.Equal(figures.Count, figures.Select(figure => figure.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Empty_base_says_what_each_figure_needs(string language)
    {
        IReadOnlyList<Figure> figures = ReportFigures.All(new Scribe(SampleReport.Empty, ReportLanguage.Of(language)));

        Assert.All(figures, figure => Assert.Null(figure.Table));
        Assert.All(figures, figure => Assert.EndsWith(".", figure.Finding));
        Assert.DoesNotContain("<table", Markup(Page(SampleReport.Empty, language)));
    }

    [Fact]
    public void Every_text_has_both_languages() => Assert.All(Texts(), text =>
    {
        Assert.False(string.IsNullOrWhiteSpace(text.En) || string.IsNullOrWhiteSpace(text.Fr), text.En);
        Assert.True(text.En != text.Fr || Shared.Contains(text.En), "The same in both languages: " + text.En);
        Assert.Equal(Blank().Matches(text.En).Select(match => match.Value).Distinct().Order(), Blank().Matches(text.Fr).Select(match => match.Value).Distinct().Order());
        Assert.DoesNotMatch("[^\u00a0\u202f0-9][:;!?%»]", text.Fr.Replace("« ", ""));
    });

    [Fact]
    public void French_page_has_no_English_sentence()
    {
        string page = Markup(Page(SampleReport.Full, "fr"));
        var english = Texts().Where(text => text.En != text.Fr && text.En.Length > 3)
            .SelectMany(text => Blank().Split(text.En)).Select(part => part.Trim(' ', ',', '.', ';', '(', ')', '\u00a0', ':'))
            .Where(part => part.Contains(' ', StringComparison.Ordinal)).Distinct();

        Assert.All(english, part => Assert.DoesNotContain(HtmlWriter.Encode(part), page));
    }

    [Fact]
    public void Content_policy_allows_only_what_the_page_holds()
    {
        string page = Page(SampleReport.Full, "en");
        string policy = Regex.Match(page, "Content-Security-Policy\" content=\"([^\"]+)\"").Groups[1].Value;

        Assert.StartsWith("default-src &#39;none&#39;", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal(3, Regex.Count(policy, "sha256-"));
    }

    [Fact]
    public void Stage_colours_run_along_the_path()
    {
        string[] path = [.. Enumerable.Range(0, 5).Select(place => StagePalette.Color(StageTone.Forward, place, 5))];

        Assert.Equal(path.Length, path.Distinct().Count());
        Assert.Equal(path, path.OrderByDescending(Lightness));
        Assert.NotEqual(StagePalette.Color(StageTone.Warm, 0, 2), StagePalette.Color(StageTone.Warm, 1, 2));
        Assert.All(path, color => Assert.Matches("^#[0-9a-f]{6}$", color));
    }

    [Fact]
    public void Stage_colours_stand_out_on_a_dark_ground()
    {
        const string ground = "#14171b";
        string theme = ReportAssets.Script;
        Assert.Contains($"paper: '{ground}'", theme, StringComparison.Ordinal);
        string[] colors = [.. from tone in Enum.GetValues<StageTone>() from count in Enumerable.Range(1, 8) from place in Enumerable.Range(0, count)
            select StagePalette.ColorOnDark(tone, place, count)];

        Assert.All(colors, color => Assert.InRange((Luminance(color) + 0.05) / (Luminance(ground) + 0.05), 3, 21));
        string[] path = [.. Enumerable.Range(0, 6).Select(place => StagePalette.ColorOnDark(StageTone.Forward, place, 6))];
        Assert.Equal(path, path.OrderByDescending(Lightness));
    }

    /// <summary>The relative luminance of WCAG 2.</summary>
    private static double Luminance(string color)
    {
        double[] parts = [.. Enumerable.Range(0, 3).Select(part => Convert.ToInt32(color.Substring(1 + (part * 2), 2), 16) / 255.0)
            .Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4))];
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }

    private static int Lightness(string color) =>
        Enumerable.Range(0, 3).Sum(part => Convert.ToInt32(color.Substring(1 + (part * 2), 2), 16));

    private static string Page(ReportModel model, string language) => ReportPage.Write(model, ReportLanguage.Of(language));

    // The page without its scripts and its style.
    private static string Markup(string page) => Machine().Replace(page, "");

    private static JsonElement Data(string page) =>
        JsonDocument.Parse(Regex.Match(page, "id=\"report-data\">(.*?)</script>", RegexOptions.Singleline).Groups[1].Value).RootElement;

    private static IEnumerable<LocalText> Texts() => typeof(ReportPage).Assembly.GetTypes()
        .Where(type => type.Namespace?.StartsWith("Parcours.Engine.Reports", StringComparison.Ordinal) == true)
        .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(field => field.FieldType == typeof(LocalText)).Select(field => (LocalText)field.GetValue(null)!);

    [GeneratedRegex(@"https?://[\w./]+")]
    private static partial Regex Address();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Blank();

    [GeneratedRegex("</script", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptEnd();

    [GeneratedRegex("<(script|style)[^>]*>.*?</\\1>", RegexOptions.Singleline)]
    private static partial Regex Machine();
}

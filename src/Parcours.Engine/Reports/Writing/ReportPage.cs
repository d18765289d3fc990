using System.Security.Cryptography;
using System.Text;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Figures;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports.Writing;

/// <summary>
/// The whole report as one HTML page that loads nothing: its style, its scripts and its data are inside, and its content policy
/// allows exactly those, by their hashes. The same model and language give the same bytes.
/// </summary>
internal static class ReportPage
{
    private static readonly LocalText Title = new("{0} on {1}", "{0} au {1}");
    private static readonly LocalText Scope = new("{0} facts since {1}", "{0} événements depuis le {1}");
    private static readonly LocalText Since = new("{0} on {1} a year earlier", "{0} sur {1} un an plus tôt");
    private static readonly LocalText Skip = new("Skip to the figures", "Aller aux figures");
    private static readonly LocalText Contents = new("Contents", "Sommaire");
    private static readonly LocalText Key = new("Key figures", "Chiffres clés");
    private static readonly LocalText Footer = new("Computed by Parcours from the facts known on {0}; days are those of {1}. “A year earlier” is the same measure at {2}. Everything is in this file: it loads nothing.",
        "Calculé par Parcours d’après les événements connus au {0}\u00a0; les jours sont ceux de {1}. «\u00a0Un an plus tôt\u00a0» est la même mesure au {2}. Tout est dans ce fichier\u00a0: il ne charge rien.");

    /// <summary>Writes the page.</summary>
    public static string Write(ReportModel model, ReportLanguage language)
    {
        var scribe = new Scribe(model, language);
        IReadOnlyList<Figure> figures = ReportFigures.All(scribe);
        string style = ReportAssets.Style;
        string charts = ReportAssets.Charts;
        string script = ReportAssets.Script;
        string title = scribe.Text(Title, scribe.Text(model.Scope.Lifecycle), scribe.Date(model.Scope.At));
        var html = new HtmlWriter();
        html.Open("html", ("lang", language.Code)).Open("head")
            .Open("meta", ("charset", "utf-8"))
            .Open("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy(style, charts, script)))
            .Open("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"))
            .Open("meta", ("name", "color-scheme"), ("content", "light dark"))
            .Open("meta", ("name", "generator"), ("content", "Parcours"))
            .Element("title", title)
            .Style(style)
            .Close("head").Open("body")
            .Element("a", scribe.Text(Skip), ("class", "skip"), ("href", "#figures"));
        Header(html, scribe, title);
        html.Open("div", ("class", "page"));
        Navigation(html, scribe, figures);
        html.Open("main", ("id", "figures"), ("tabindex", "-1"));
        foreach (Figure figure in figures)
        {
            FigureWriter.Write(html, scribe, figure);
        }

        html.Close("main").Close("div").Open("footer")
            .Element("p", scribe.Text(Footer, scribe.Date(model.Scope.At), model.Scope.ZoneId, scribe.Date(model.Scope.From)))
            .Close("footer")
            .Script(ChartScript.Of(language, model.Scope.Currency, model.Stages, figures, ChartScript.FileOf(model.Scope)).ToJsonString(), "application/json", "report-data")
            .Script(charts).Script(script)
            .Close("body").Close("html");
        return html.ToString();
    }

    private static string Policy(string style, params string[] scripts) =>
        "default-src 'none'; script-src " + string.Join(" ", scripts.Select(Hash)) + "; style-src " + Hash(style)
        + "; img-src data: blob:; base-uri 'none'; form-action 'none'";

    private static string Hash(string content) => "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content))) + "'";

    private static void Header(HtmlWriter html, Scribe scribe, string title)
    {
        ReportScope scope = scribe.Model.Scope;
        Scribe stages = scribe with { SpeaksOfAccounts = scope.IsOfAccounts };
        html.Open("header").Element("p", title, ("class", "eyebrow")).Element("h1", Headline.Answer(stages)).Element("p", Headline.Rest(stages), ("class", "lead"));
        if (scribe.Model.KeyFigures.Count > 0)
        {
            int longest = scribe.Model.KeyFigures.Max(figure => scribe.Language.Figure(figure.Figure.Now, figure.Unit, scope.Currency).Length);
            html.Open("dl", ("class", longest > 13 ? "keys long" : longest > 9 ? "keys mid" : "keys"), ("aria-label", scribe.Text(Key)));
            foreach (KeyFigure figure in scribe.Model.KeyFigures)
            {
                string? change = scribe.Language.Change(figure.Figure);
                string value = scribe.Language.Figure(figure.Figure.Now, figure.Unit, scope.Currency);
                html.Open("div").Element("dt", scribe.Text(figure.Label)).Element("dd", value, ("class", "value"));
                html.Element("dd", figure.Figure.YearEarlier is not { } before ? "\u00a0"
                    : change is null || figure.Figure.Change is > -0.001 and < 0.001 ? scribe.Text(CommonWords.YearEarlierIs, scribe.Language.Figure(before, figure.Unit, scope.Currency))
                    : scribe.Text(Since, change, scribe.Language.Figure(before, figure.Unit, scope.Currency)), ("class", "twin")).Close("div");
            }

            html.Close("dl");
        }

        if (scope.FirstFact is { } first)
        {
            html.Element("p", scribe.Text(Scope, scribe.Count(scope.Facts), scribe.Date(first)), ("class", "scope"));
        }

        html.Close("header");
    }

    private static void Navigation(HtmlWriter html, Scribe scribe, IReadOnlyList<Figure> figures)
    {
        html.Open("nav", ("aria-label", scribe.Text(Contents))).Open("ul");
        foreach (Figure figure in figures)
        {
            html.Open("li").Element("a", figure.Name, ("href", "#" + figure.Id)).Close("li");
        }

        html.Close("ul").Close("nav");
    }
}

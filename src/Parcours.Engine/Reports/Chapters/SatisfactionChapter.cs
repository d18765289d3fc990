using Parcours.Domain.Indicators;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.LifecycleMaps;
using Parcours.Engine.Reports.Building;
using Parcours.Engine.Reports.Figures;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Chapters;

/// <summary>Satisfaction by stage: what those who stand in each stage said in the year before the date, beside the year before it.</summary>
public static class SatisfactionChapter
{
    private const long Fewest = 5;
    private static readonly LocalText Missing = new(
        "Nobody answered this question in the year: import a file of surveys, or send survey answers, and satisfaction by stage appears here.",
        "Personne n’a répondu à cette question dans l’année\u00a0: importez un fichier d’enquêtes, ou envoyez des réponses, et la satisfaction par phase apparaîtra ici.");

    private static readonly LocalText Finding = new("Least pleased: {0}, where {1} of {2} who answered are pleased", "Les moins contents\u00a0: {0}, où {1} des {2} répondants sont contents");
    private static readonly LocalText Subtitle = new("{0}: share of the pleased among those who answered, {1}, by the stage they stand in; each counts once, by the last answer; in brackets, the 95% interval",
        "{0}\u00a0: part des contents parmi ceux qui ont répondu, {1}, par la phase où ils sont\u00a0; chacun compte une fois, par sa dernière réponse\u00a0; entre parenthèses, l’intervalle à 95\u202f%");

    private static readonly LocalText Answers = new("Answered", "Répondants");
    private static readonly LocalText Reach = new("Share who answered", "Part de répondants");
    private static readonly LocalText Pleased = new("Pleased", "Contents");
    private static readonly LocalText Displeased = new("Displeased", "Mécontents");
    private static readonly LocalText Balance = new("Pleased less displeased", "Contents moins mécontents");
    private static readonly LocalText Points = new("{0} points", "{0} points");
    private static readonly LocalText Range = new("{0} ({1} to {2})", "{0} ({1} à {2})");
    private static readonly LocalText Few = new("Stages with fewer than {0} answers show no share.", "Les phases de moins de {0} réponses ne montrent pas de part.");
    private static readonly Dictionary<string, LocalText> Names = new(StringComparer.Ordinal)
    {
        ["nps"] = new("NPS, would recommend (9 or 10 of 10)", "NPS, recommanderaient (9 ou 10 sur 10)"),
        ["csat"] = new("CSAT, satisfied (4 or 5 of 5)", "CSAT, satisfaits (4 ou 5 sur 5)"),
        ["ces"] = new("CES, found it easy (5 or more of 7)", "CES, ont trouvé cela facile (5 ou plus sur 7)"),
    };

    /// <summary>What a question asks, in a few words.</summary>
    public static LocalText NameOf(string survey) => Names[survey];

    /// <summary>Works it out.</summary>
    /// <param name="analysis">The lifecycle on its base.</param>
    /// <param name="at">The date, inclusive.</param>
    /// <param name="leaving">What leaving is.</param>
    /// <param name="language">"en" or "fr".</param>
    /// <param name="survey">One of <see cref="SatisfactionScan.Surveys"/>.</param>
    /// <param name="doors">Where numbers lead.</param>
    public static Chapter Of(LifecycleAnalysis analysis, Instant at, ChurnDefinition leaving, string language, string survey, StageDoors doors)
    {
        ReportModel model = ReportBuilder.Build(analysis, at, leaving, null, _ => false);
        var scribe = new Scribe(model, ReportLanguage.Of(language));
        var order = new StageOrder(analysis.Definition);
        var window = Window.YearTo(at, analysis.Histories.Calendar);
        IReadOnlyList<StageSatisfaction> now = SatisfactionScan.Compute(analysis.Histories, analysis.Timelines, window, survey);
        IReadOnlyList<StageSatisfaction> before = SatisfactionScan.Compute(analysis.Histories, analysis.Timelines, window.YearBefore(analysis.Histories.Calendar), survey);
        Figure figure = FigureOf(scribe, order, now, before, survey, doors);
        return new Chapter(figure.Finding, string.Empty, model.Stages, [figure]);
    }

    private static Figure FigureOf(
        Scribe scribe, StageOrder order, IReadOnlyList<StageSatisfaction> now, IReadOnlyList<StageSatisfaction> before, string survey, StageDoors doors)
    {
        string name = scribe.Text(Names[survey]);
        StageSatisfaction[] shown = [.. order.Indexes.Select(stage => now[stage]).Where(each => each.Answers > 0)];
        if (shown.Length == 0)
        {
            return Figure.Empty("satisfaction", name, scribe.Text(Missing));
        }

        StageSatisfaction least = shown.Where(each => each.Answers >= Fewest).DefaultIfEmpty(shown[0]).MinBy(each => each.Pleased / (double)each.Answers)!;
        double? Before(StageSatisfaction each) => before[each.Stage] is { Answers: >= Fewest } then ? then.Pleased / (double)then.Answers : null;
        double? Share(StageSatisfaction each) => each.Answers >= Fewest ? each.Pleased / (double)each.Answers : null;
        return new Figure("satisfaction", name)
        {
            Finding = scribe.Text(Finding, scribe.Quoted(order.PlaceOf(least.Stage)), scribe.Share(least.Pleased / (double)least.Answers), scribe.Count(least.Answers)),
            Subtitle = scribe.Text(Subtitle, name, scribe.Period),
            Note = shown.Any(each => each.Answers < Fewest) ? scribe.Text(Few, Fewest) : null,
            Height = 60 + (shown.Length * 32),
            Chart = BarChart.Of(FigureUnit.Share, scribe, shown.Select(each => new BarRow(
                scribe.Stage(order.PlaceOf(each.Stage)), order.PlaceOf(each.Stage), new Twin(Share(each), Before(each)), Share(each) is { } share ? scribe.Share(share) : "–",
                scribe.Text(CommonWords.CustomersAre, scribe.Count(each.Answers))))),
            Table = new Table(
                [new Column(scribe.Text(CommonWords.Stage), false), new Column(scribe.Text(CommonWords.Customers)), new Column(scribe.Text(Answers)), new Column(scribe.Text(Reach)),
                    new Column(scribe.Text(Pleased)), new Column(scribe.Text(CommonWords.YearEarlier)), new Column(scribe.Text(Displeased)), new Column(scribe.Text(Balance))],
                [.. shown.Select(each => Row(scribe, order.PlaceOf(each.Stage), each, Share(each), Before(each), doors))]),
        };
    }

    private static IReadOnlyList<Cell> Row(Scribe scribe, int place, StageSatisfaction each, double? share, double? before, StageDoors doors)
    {
        double standing = scribe.Model.Map?.Counts[place].Now ?? 0;
        bool isKnown = each.Answers >= Fewest;
        (double low, double high) = each.Interval;
        return
        [
            scribe.StageCell(place),
            Cell.Of(standing, scribe.Count) with { Href = doors.Standing(scribe.Model.Stages[place].Id) },
            Cell.Of(each.Answers, scribe.Count),
            Cell.Of(standing > 0 ? each.Answers / standing : null, scribe.Share),
            Cell.Of(share, value => scribe.Text(Range, scribe.Share(value), scribe.Share(low), scribe.Share(high))),
            Cell.Of(before, scribe.Share),
            Cell.Of(isKnown ? each.Displeased / (double)each.Answers : null, scribe.Share),
            Cell.Of(isKnown ? 100.0 * (each.Pleased - each.Displeased) / each.Answers : null, points => scribe.Text(Points, (points > 0 ? "+" : string.Empty) + scribe.Language.Number(points, 0))),
        ];
    }
}

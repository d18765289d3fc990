using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.LifecycleMaps;
using Parcours.Engine.Reports.Building;
using Parcours.Engine.Reports.Figures;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Chapters;

/// <summary>Conversion from stage to stage, with those who have not gone on behind each step.</summary>
public static class ConversionChapter
{
    private static readonly LocalText Name = new("Who has not gone on", "Qui n’a pas avancé");
    private static readonly LocalText Finding = new("{0} customers stand in {1} and have not gone on yet", "{0} clients sont en phase {1} et n’ont pas encore avancé");
    private static readonly LocalText Nobody = new("Nobody waits on the path", "Personne n’attend sur le chemin");
    private static readonly LocalText Subtitle = new("Customers in each stage of the path on {0}; the weakest step first", "Clients dans chaque phase du chemin le {0}\u00a0; l’étape la plus faible d’abord");
    private static readonly LocalText Step = new("Step", "Étape");
    private static readonly LocalText Waiting = new("Still in the stage", "Encore dans la phase");
    private static readonly LocalText Rate = new("Go on within {0}", "Avancent en {0}");

    /// <summary>Works it out.</summary>
    /// <param name="analysis">The lifecycle on its base.</param>
    /// <param name="at">The date, inclusive.</param>
    /// <param name="leaving">What leaving is.</param>
    /// <param name="language">"en" or "fr".</param>
    /// <param name="doors">Where numbers lead.</param>
    public static Chapter Of(LifecycleAnalysis analysis, Instant at, ChurnDefinition leaving, string language, StageDoors doors)
    {
        ReportModel model = ReportBuilder.Build(analysis, at, leaving, null, part => part == ChapterKind.Conversion);
        var scribe = new Scribe(model, ReportLanguage.Of(language)) { SpeaksOfAccounts = analysis.Definition.Subject == SubjectType.Account };
        IReadOnlyList<Figure> figures = ReportFigures.Of(ChapterKind.Conversion, scribe);
        return new Chapter(figures[0].Finding, string.Empty, model.Stages, model.Conversion is { } conversion ? [figures[0], WaitingOf(scribe, conversion, doors), .. figures.Skip(1)] : figures);
    }

    private static Figure WaitingOf(Scribe scribe, PathConversion conversion, StageDoors doors)
    {
        double Count(ConversionStep step) => scribe.Model.Map?.Counts[step.From].Now ?? 0;
        double? RateOf(ConversionStep step) => step.Horizons.FirstOrDefault(each => each.Days == conversion.WeakestDays)?.Share;
        ConversionStep[] steps = [.. conversion.Steps.OrderBy(step => RateOf(step) ?? double.MaxValue)];
        return new Figure("waiting", scribe.Text(Name))
        {
            Finding = Count(steps[0]) > 0 ? scribe.Text(Finding, scribe.Count(Count(steps[0])), scribe.Quoted(steps[0].From)) : scribe.Text(Nobody),
            Subtitle = scribe.Text(Subtitle, scribe.Date(scribe.Model.Scope.At)),
            Table = new Table(
                [new Column(scribe.Text(Step), false), new Column(scribe.Text(Waiting)), new Column(scribe.Text(Rate, scribe.Days(conversion.WeakestDays)))],
                [.. steps.Select(step => (IReadOnlyList<Cell>)[
                    new Cell(scribe.WholeMove(step.From, step.To)) { Stages = [step.From, step.To] },
                    Cell.Of(Count(step), scribe.Count) with { Href = doors.Standing(scribe.Model.Stages[step.From].Id) },
                    Cell.Of(RateOf(step), scribe.Share)])]),
        };
    }
}

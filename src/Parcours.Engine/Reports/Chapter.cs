using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.Reports.Building;
using Parcours.Engine.Reports.Figures;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports;

/// <summary>One chapter of the report, for a page of its own: only its figures are worked out.</summary>
/// <param name="Answer">What is so, in a sentence.</param>
/// <param name="Lead">What follows from it; empty for nothing.</param>
/// <param name="Stages">The stages that the figures number, in the order shown.</param>
/// <param name="Figures">The figures, in reading order.</param>
public sealed record Chapter(string Answer, string Lead, IReadOnlyList<ReportStage> Stages, IReadOnlyList<Figure> Figures)
{
    /// <summary>Works a chapter out.</summary>
    /// <param name="kind">Which one.</param>
    /// <param name="analysis">The lifecycle on its base.</param>
    /// <param name="at">The date, inclusive; compared with the same a year earlier.</param>
    /// <param name="language">"en" or "fr".</param>
    /// <param name="leaving">What leaving is, for the figures of churn.</param>
    /// <param name="folder">The workspace's folder, where choices of learner are kept; null keeps nothing.</param>
    public static Chapter Of(ChapterKind kind, LifecycleAnalysis analysis, Instant at, string language, ChurnDefinition leaving, string? folder)
    {
        ReportModel model = ReportBuilder.Build(analysis, at, leaving, folder, part => part == kind);
        var scribe = new Scribe(model, ReportLanguage.Of(language)) { SpeaksOfAccounts = analysis.Definition.Subject == SubjectType.Account };
        IReadOnlyList<Figure> figures = ReportFigures.Of(kind, scribe);
        bool isOfStages = kind == ChapterKind.Stages;
        return new Chapter(
            isOfStages || figures.Count == 0 ? Headline.Answer(scribe) : figures[0].Finding,
            isOfStages ? Headline.Rest(scribe) : string.Empty,
            model.Stages,
            figures);
    }
}

using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.Reports.Building;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports;

/// <summary>The report of a lifecycle: one HTML page that holds all it needs and loads nothing.</summary>
public static class Report
{
    /// <summary>Writes the page.</summary>
    /// <param name="analysis">The lifecycle on its base.</param>
    /// <param name="at">The date it stands at, inclusive; compared with the same a year earlier.</param>
    /// <param name="language">"en" or "fr".</param>
    /// <param name="leaving">What leaving is, for the figures of churn.</param>
    /// <param name="folder">The workspace's folder, where choices of learner are kept; null keeps nothing.</param>
    /// <returns>The HTML. The same base, definition, date and language give the same text.</returns>
    public static string Html(LifecycleAnalysis analysis, Instant at, string language, ChurnDefinition leaving, string? folder = null) =>
        ReportPage.Write(ReportBuilder.Build(analysis, at, leaving, folder), ReportLanguage.Of(language));
}

using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Today;

/// <summary>Subjects that went from one stage to another.</summary>
/// <param name="From">Where they stood.</param>
/// <param name="To">Where they stand, or will.</param>
/// <param name="Subjects">How many.</param>
/// <param name="Spend">What they spent over the year before, in minor units.</param>
public sealed record StageMove(ReportStage From, ReportStage To, long Subjects, long Spend);

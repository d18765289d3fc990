using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Today;

/// <summary>A stage and how many stand in it.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Now">At the date.</param>
/// <param name="Since">At the date it is compared with.</param>
public sealed record StageNow(ReportStage Stage, long Now, long Since);

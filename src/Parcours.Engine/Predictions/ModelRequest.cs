using Parcours.Domain.Time;

namespace Parcours.Engine.Predictions;

/// <summary>Which model to fit, and how.</summary>
/// <param name="Model">One of <see cref="PredictionModels.Ids"/>.</param>
/// <param name="Unit">The unit of time; for BG/BB, what an opportunity is.</param>
/// <param name="Regularity">k of MBG/CNBD-k, 1 to 20; null to choose it by the likelihood. Not read by other models.</param>
public sealed record ModelRequest(string Model, CalendarUnit Unit = CalendarUnit.Week, int? Regularity = null);

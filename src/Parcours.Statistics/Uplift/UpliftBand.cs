namespace Parcours.Statistics.Uplift;

/// <summary>The subjects whose predicted probability lay in one band, and what treating did to them.</summary>
/// <param name="From">The lowest score of the band; 0 for the first.</param>
/// <param name="To">The score at which the next band begins; 1 for the last, which holds it.</param>
/// <param name="Treated">How many of the treated were in it.</param>
/// <param name="Control">How many of the control arms were in it.</param>
/// <param name="Observed">The difference of the response rates seen in it, without help from the other bands; null when an arm of it is empty.</param>
/// <param name="Uplift">The same, drawn towards the mean of the bands as far as chance alone explains how they differ.</param>
public sealed record UpliftBand(double From, double To, int Treated, int Control, double? Observed, Effect Uplift);

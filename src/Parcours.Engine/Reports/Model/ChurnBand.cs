namespace Parcours.Engine.Reports.Model;

/// <summary>Customers whose probability of leaving lies in a band.</summary>
/// <param name="From">Its lower end, 0 to 1, included.</param>
/// <param name="To">Its upper end, included in the last band only.</param>
/// <param name="Customers">How many.</param>
/// <param name="Expected">How many of them are expected to leave: the sum of their probabilities.</param>
internal sealed record ChurnBand(double From, double To, long Customers, double Expected);

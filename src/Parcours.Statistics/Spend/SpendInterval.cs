namespace Parcours.Statistics.Spend;

/// <summary>Where a customer's own mean spend lies, with a given probability; equal chances are left out at both ends.</summary>
/// <param name="Lower">The lower end, in the currency of the spend; 0 or more.</param>
/// <param name="Upper">The upper end; above <paramref name="Lower"/>, infinite only when it exceeds the largest number there is.</param>
public readonly record struct SpendInterval(double Lower, double Upper);

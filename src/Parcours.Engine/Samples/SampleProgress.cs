namespace Parcours.Engine.Samples;

/// <summary>How far a shop is drawn.</summary>
/// <param name="Customers">Customers done.</param>
/// <param name="Facts">Facts, or lines of the file, done.</param>
public readonly record struct SampleProgress(int Customers, long Facts);

namespace Parcours.Engine.Reports.Model;

/// <summary>Customers whose own median gap falls in [<paramref name="From"/>, <paramref name="To"/>) days.</summary>
internal sealed record RhythmBin(int From, int To, long Customers);

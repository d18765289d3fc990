namespace Parcours.Engine.Segments.Quality;

/// <summary>Two segments and those in both.</summary>
/// <param name="A">The one.</param>
/// <param name="B">The other.</param>
/// <param name="Both">How many are in both.</param>
/// <param name="Likeness">Those in both over those in either (Jaccard), 0 to 1.</param>
public sealed record SegmentOverlap(string A, string B, int Both, double Likeness)
{
    /// <summary>From here on two segments look alike, and one would do.</summary>
    public const double Alike = 0.8;

    /// <summary>Whether the two look alike.</summary>
    public bool LooksAlike => Likeness >= Alike;
}

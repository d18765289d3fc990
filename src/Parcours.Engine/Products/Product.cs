using Parcours.Domain.Facts;

namespace Parcours.Engine.Products;

/// <summary>What the catalogue says of a product, as the last file that named it did. It has no past: at an earlier date it is the same.</summary>
/// <param name="Name">What it is called; empty when not told.</param>
/// <param name="Size">Its size, as written; empty when it has none.</param>
/// <param name="IsInStock">False when the catalogue says that none is left; true when it says otherwise or nothing.</param>
/// <param name="Price">Its price by unit; null when not told.</param>
/// <param name="Cost">What it costs the company by unit; null when not told.</param>
public sealed record Product(string Name, string Size, bool IsInStock, Money? Price, Money? Cost)
{
    /// <summary>A product of which nothing is told.</summary>
    public static Product Unknown { get; } = new(string.Empty, string.Empty, true, null, null);
}

namespace Parcours.Engine.Sources.Shops;

/// <summary>A line of an order.</summary>
/// <param name="Item">The product's code, else its name.</param>
/// <param name="Name">Its name; null when not said.</param>
/// <param name="Thousandths">How many, in thousandths.</param>
/// <param name="Worth">What the line is worth after discounts, in minor units.</param>
internal sealed record ShopLine(string? Item, string? Name, int Thousandths, long Worth);

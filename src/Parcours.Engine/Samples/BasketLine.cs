namespace Parcours.Engine.Samples;

/// <summary>A line of a basket.</summary>
/// <param name="Product">The product, by place in the catalogue.</param>
/// <param name="Quantity">Thousandths of a unit or kilogram.</param>
/// <param name="UnitPrice">Minor units after discounts.</param>
/// <param name="Amount">Minor units: quantity times unit price, halves to the even one.</param>
/// <param name="Saved">What a coupon took off the line, in minor units.</param>
internal readonly record struct BasketLine(int Product, int Quantity, int UnitPrice, long Amount, long Saved);

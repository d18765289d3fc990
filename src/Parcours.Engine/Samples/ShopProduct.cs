namespace Parcours.Engine.Samples;

/// <summary>A product of the shop.</summary>
/// <param name="Name">Its French name, unique.</param>
/// <param name="Category">Its category, by place.</param>
/// <param name="Size">Its size.</param>
/// <param name="Price">Its price in minor units (by the kilogram where the category sells so).</param>
/// <param name="Cost">What it costs the shop, in minor units.</param>
internal sealed record ShopProduct(string Name, int Category, string Size, int Price, int Cost);

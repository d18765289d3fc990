namespace Parcours.Engine.Workspaces;

/// <summary>What the store keeps of a product and memory does not.</summary>
/// <param name="Product">The product's term.</param>
/// <param name="Detail">Its name, size, stock, price and cost as a JSON object; null for nothing.</param>
public sealed record StoredProduct(int Product, string? Detail);

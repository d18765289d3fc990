namespace Parcours.Engine.NextNeed;

/// <summary>What one customer is likely to want next.</summary>
/// <param name="Subject">The subject's index.</param>
/// <param name="Categories">The next categories; empty lists when no product has a category.</param>
/// <param name="Products">The next products, those in stock and in the customer's size.</param>
public sealed record CustomerNeeds(int Subject, NeedLists Categories, NeedLists Products);

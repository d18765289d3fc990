namespace Parcours.Engine.NextNeed;

/// <summary>What one customer is likely to want next at one level, most likely first.</summary>
/// <param name="Again">What the customer bought before.</param>
/// <param name="New">What the customer never bought.</param>
public sealed record NeedLists(IReadOnlyList<Need> Again, IReadOnlyList<Need> New);

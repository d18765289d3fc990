namespace Parcours.Engine.NextNeed;

/// <summary>What is proposed.</summary>
public enum NeedLevelKind
{
    /// <summary>A product.</summary>
    Product,

    /// <summary>A category of products.</summary>
    Category,
}

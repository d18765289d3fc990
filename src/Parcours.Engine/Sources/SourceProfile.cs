namespace Parcours.Engine.Sources;

/// <summary>What a reader has to know of a source.</summary>
/// <param name="Name">Its name in the workspace: small letters, digits and hyphens.</param>
/// <param name="Kind">Which tool it is.</param>
public sealed record SourceProfile(string Name, SourceKind Kind)
{
    /// <summary>Whether the tool's customer numbers are the company's own; else they are kept as another tool's.</summary>
    public bool OwnsCustomerNumbers { get; init; }

    /// <summary>The member of an order that is its number for the company, where it is not the usual one; null for the usual one.</summary>
    public string? OrderMember { get; init; }

    /// <summary>What stands before the tool's numbers of customers. Those of Shopify and Stripe are the only ones in the world; those of other shops each begin at 1.</summary>
    internal string NumberPrefix => Kind is SourceKind.Shopify or SourceKind.Stripe ? SourceKinds.NameOf(Kind) : Name;
}

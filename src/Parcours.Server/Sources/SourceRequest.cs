namespace Parcours.Server.Sources;

/// <summary>What is asked of a new source.</summary>
/// <param name="Kind">As <c>shopify</c>.</param>
/// <param name="Name">Its name in addresses: small letters, digits and hyphens.</param>
public sealed record SourceRequest(string Kind, string Name)
{
    /// <summary>The secrets that its webhooks may be signed with: several while one takes the place of another.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Where it is asked for its orders and customers, as <c>https://shop.example.com</c>; null when it is not asked.</summary>
    public string? Address { get; init; }

    /// <summary>What it is asked with: Shopify's access token, WooCommerce's <c>ck_…:cs_…</c>, PrestaShop's web service key.</summary>
    public string? Token { get; init; }

    /// <summary>How often it is asked, in minutes, 1 to 1,440.</summary>
    public int EveryMinutes { get; init; } = 5;

    /// <summary>The first date of changes that are asked for; null for all there are.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Whether its customer numbers are the company's own.</summary>
    public bool OwnsCustomerNumbers { get; init; }

    /// <summary>The member of an order that is its number, where it is not the usual one.</summary>
    public string? OrderMember { get; init; }

    /// <summary>The text of the mapping file of a generic source.</summary>
    public string? Mapping { get; init; }
}

namespace Parcours.Server.Sources.Pulling;

/// <summary>How sources are asked.</summary>
public sealed record PullOptions
{
    /// <summary>Entries of a page, 1 to 250; default 100. Shopify gives at most 250, WooCommerce 100.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>How often a call that failed is made again before the source is left until its next time, 1 or more; default 6.</summary>
    public int Retries { get; init; } = 6;

    /// <summary>The first wait before a call is made again; it doubles, with jitter, up to two minutes. Default 2 seconds.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Whether sources on this machine may be asked, unencrypted: for tests against a stand-in.</summary>
    public bool AllowLoopback { get; init; }
}

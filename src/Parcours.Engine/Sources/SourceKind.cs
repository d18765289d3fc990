namespace Parcours.Engine.Sources;

/// <summary>Which tool a source is.</summary>
public enum SourceKind
{
    /// <summary>A Shopify shop.</summary>
    Shopify = 0,

    /// <summary>A WooCommerce shop.</summary>
    WooCommerce,

    /// <summary>A PrestaShop shop.</summary>
    PrestaShop,

    /// <summary>A Stripe account.</summary>
    Stripe,

    /// <summary>Any other tool, whose JSON a mapping file explains.</summary>
    Generic,
}

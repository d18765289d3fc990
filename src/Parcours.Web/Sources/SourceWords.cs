using Parcours.Domain.Lifecycles;
using Parcours.Engine.Sources;

namespace Parcours.Web.Sources;

/// <summary>What people call the kinds of senders, and what each needs to be connected.</summary>
public static class SourceWords
{
    /// <summary>The kinds of source that can be added.</summary>
    public static IReadOnlyList<string> Kinds => SourceKinds.Names;

    /// <summary>A kind of sender.</summary>
    public static LocalText Kind(string kind) => kind switch
    {
        "write" => new("key of a site or server", "clé d’un site ou d’un serveur"),
        "shopify" => new("Shopify", "Shopify"),
        "woocommerce" => new("WooCommerce", "WooCommerce"),
        "prestashop" => new("PrestaShop", "PrestaShop"),
        "stripe" => new("Stripe", "Stripe"),
        _ => new("Any other tool", "Tout autre outil"),
    };

    /// <summary>Where the secret of its webhooks is found.</summary>
    public static LocalText Secret(string kind) => kind switch
    {
        "shopify" => new("In Shopify: Settings, Notifications, Webhooks.", "Dans Shopify : Paramètres, Notifications, Webhooks."),
        "woocommerce" => new("In WooCommerce: Settings, Advanced, Webhooks: the secret you choose there.", "Dans WooCommerce : Réglages, Avancé, Webhooks : le secret que vous y choisissez."),
        "stripe" => new("In Stripe: Developers, Webhooks: it begins with whsec_.", "Dans Stripe : Développeurs, Webhooks : il commence par whsec_."),
        _ => new("What the tool signs its calls with (HMAC-SHA256).", "Ce avec quoi l’outil signe ses appels (HMAC-SHA256)."),
    };

    /// <summary>What it is asked with.</summary>
    public static LocalText Token(string kind) => kind switch
    {
        "shopify" => new("The Admin API access token, with read_orders and read_customers.", "Le jeton d’accès de l’API Admin, avec read_orders et read_customers."),
        "woocommerce" => new("The key and the secret of the REST API, as ck_…:cs_…, read only.", "La clé et le secret de l’API REST, comme ck_…:cs_…, en lecture seule."),
        _ => new("The key of the web service, with GET on orders, customers and currencies.", "La clé du webservice, avec GET sur orders, customers et currencies."),
    };
}

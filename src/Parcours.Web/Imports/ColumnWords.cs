using Parcours.Domain.Lifecycles;

namespace Parcours.Web.Imports;

/// <summary>What people call the kinds of files and their columns.</summary>
public static class ColumnWords
{
    private static readonly Dictionary<string, LocalText> _kinds = new(StringComparer.Ordinal)
    {
        ["orders"] = new("Orders", "Commandes"),
        ["customers"] = new("Customers", "Clients"),
        ["products"] = new("Products", "Produits"),
        ["messages"] = new("Mailings and reactions", "Envois et réactions"),
        ["surveys"] = new("Survey answers", "Réponses d’enquête"),
        ["complaints"] = new("Complaints", "Réclamations"),
        ["spend"] = new("Advertising spend", "Dépenses publicitaires"),
        ["facts"] = new("Facts, as NDJSON", "Événements, en NDJSON"),
    };

    private static readonly Dictionary<string, LocalText> _columns = new(StringComparer.Ordinal)
    {
        ["customer"] = new("customer number", "numéro de client"),
        ["email"] = new("e-mail address", "adresse e-mail"),
        ["phone"] = new("telephone", "téléphone"),
        ["loyalty card"] = new("loyalty card", "carte de fidélité"),
        ["order"] = new("order number", "numéro de commande"),
        ["date"] = new("date", "date"),
        ["time"] = new("time of day", "heure"),
        ["product"] = new("product code", "code produit"),
        ["name"] = new("product name", "nom du produit"),
        ["category"] = new("category", "catégorie"),
        ["size"] = new("size", "taille"),
        ["stock"] = new("stock", "stock"),
        ["quantity"] = new("quantity", "quantité"),
        ["price"] = new("unit price", "prix unitaire"),
        ["cost"] = new("cost", "coût"),
        ["discount"] = new("discount", "remise"),
        ["coupon"] = new("coupon", "code promo"),
        ["amount"] = new("amount", "montant"),
        ["total"] = new("total of the order", "total de la commande"),
        ["currency"] = new("currency", "devise"),
        ["store"] = new("store", "magasin"),
        ["channel"] = new("channel", "canal"),
        ["source"] = new("source", "provenance"),
        ["opt-in"] = new("opt-in", "accord pour recevoir"),
        ["status"] = new("status", "statut"),
        ["refunded"] = new("refunded amount", "montant remboursé"),
        ["cancelled"] = new("cancelled on", "date d’annulation"),
        ["account"] = new("account (company)", "compte (entreprise)"),
        ["registered"] = new("registered on", "inscription"),
        ["consent date"] = new("date of consent", "date du consentement"),
        ["consent source"] = new("source of consent", "origine du consentement"),
        ["email consent"] = new("consent to e-mails", "accord e-mail"),
        ["sms consent"] = new("consent to texts", "accord SMS"),
        ["phone consent"] = new("consent to calls", "accord téléphone"),
        ["post consent"] = new("consent to post", "accord courrier"),
        ["push consent"] = new("consent to push messages", "accord notifications"),
        ["campaign"] = new("campaign", "campagne"),
        ["event"] = new("event", "événement"),
        ["sent"] = new("sent on", "envoyé le"),
        ["delivered"] = new("delivered", "remis"),
        ["opened"] = new("opened", "ouvert"),
        ["clicked"] = new("clicked", "cliqué"),
        ["bounced"] = new("bounced", "non remis"),
        ["unsubscribed"] = new("unsubscribed", "désabonné"),
        ["answered"] = new("answered", "répondu"),
        ["arm"] = new("arm of the draw", "variante du tirage"),
        ["survey"] = new("survey", "enquête"),
        ["score"] = new("score", "note"),
        ["nps"] = new("NPS, 0 to 10", "NPS, de 0 à 10"),
        ["ces"] = new("CES, effort", "CES, effort"),
        ["csat"] = new("CSAT, satisfaction", "CSAT, satisfaction"),
        ["comment"] = new("comment", "commentaire"),
        ["complaint"] = new("complaint number", "numéro de réclamation"),
        ["resolved"] = new("resolved on", "résolue le"),
    };

    /// <summary>The columns that have words.</summary>
    public static IReadOnlyCollection<string> Columns => _columns.Keys;

    /// <summary>A kind of file.</summary>
    public static LocalText Kind(string kind) => _kinds.TryGetValue(kind, out LocalText name) ? name : new(kind, kind);

    /// <summary>A column.</summary>
    public static LocalText Column(string column) => _columns.TryGetValue(column, out LocalText name) ? name : new(column, column);
}

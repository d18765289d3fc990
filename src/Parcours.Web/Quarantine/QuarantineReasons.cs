using Parcours.Domain.Lifecycles;

namespace Parcours.Web.Quarantine;

/// <summary>The reasons for which messages are put aside, in words, each with what to do about it.</summary>
public static class QuarantineReasons
{
    private static readonly Dictionary<string, (LocalText Name, LocalText Remedy)> _all = new(StringComparer.Ordinal)
    {
        ["bad_amount"] = (new("An amount cannot be read", "Un montant est illisible"), new("Write amounts as numbers: 12.50.", "Écrivez les montants en chiffres : 12.50.")),
        ["bad_field"] = (new("A field cannot be used", "Un champ est inutilisable"), new("The message says which one: correct it.", "Le message dit lequel : corrigez-le.")),
        ["bad_quantity"] = (new("A quantity cannot be read", "Une quantité est illisible"), new("Write quantities as numbers.", "Écrivez les quantités en chiffres.")),
        ["bad_score"] = (new("A score lies outside its scale", "Une note sort de son échelle"), new("Write a whole number of the scale.", "Écrivez un nombre entier de l’échelle.")),
        ["bad_time"] = (new("A date cannot be read", "Une date est illisible"), new("Write dates as 2026-03-01T12:00:00Z.", "Écrivez les dates ainsi : 2026-03-01T12:00:00Z.")),
        ["early_time"] = (new("Dated before 1970", "Daté d’avant 1970"), new("Correct the date, or the sender’s clock.", "Corrigez la date, ou l’horloge de l’émetteur.")),
        ["erased"] = (new("About somebody who was erased", "Au sujet d’une personne effacée"), new("Nothing to do: nothing of it was kept.", "Rien à faire : rien n’en a été gardé.")),
        ["event_too_large"] = (new("The message is too large", "Le message est trop grand"), new("Send less in one message.", "Envoyez moins dans un même message.")),
        ["future_time"] = (new("Dated in the future", "Daté dans le futur"), new("Correct the date, or the sender’s clock.", "Corrigez la date, ou l’horloge de l’émetteur.")),
        ["invalid_text"] = (new("A text is damaged", "Un texte est abîmé"), new("Send texts as UTF-8.", "Envoyez les textes en UTF-8.")),
        ["missing_amount"] = (new("No amount", "Pas de montant"), new("Add the total, or products with their price.", "Ajoutez le total, ou des produits avec leur prix.")),
        ["missing_event"] = (new("The event has no name", "L’événement n’a pas de nom"), new("Add the name of the event.", "Ajoutez le nom de l’événement.")),
        ["missing_group"] = (new("No account named", "Aucun compte nommé"), new("Add groupId.", "Ajoutez groupId.")),
        ["missing_identity"] = (new("Names nobody", "Ne nomme personne"), new("Add userId, anonymousId or another key of the person.", "Ajoutez userId, anonymousId ou une autre clé de la personne.")),
        ["missing_order"] = (new("Does not say which order", "Ne dit pas quelle commande"), new("Add order_id.", "Ajoutez order_id.")),
        ["missing_previous_id"] = (new("Half of an alias", "La moitié d’un alias"), new("Add previousId and userId.", "Ajoutez previousId et userId.")),
        ["no_currency"] = (new("No currency", "Pas de devise"), new("Add the currency, or give the workspace one, then take all of them again.", "Ajoutez la devise, ou donnez-en une à l’espace, puis reprenez-les tous.")),
        ["not_an_object"] = (new("Not a message", "Pas un message"), new("A message is a JSON object.", "Un message est un objet JSON.")),
        ["not_json"] = (new("Not JSON", "Pas du JSON"), new("Send JSON.", "Envoyez du JSON.")),
        ["not_mapped"] = (new("The source’s mapping says nothing of it", "La correspondance de la source n’en dit rien"), new("Add it to the source’s mapping.", "Ajoutez-le à la correspondance de la source.")),
        ["nul_character"] = (new("Holds a NUL character", "Contient un caractère nul"), new("Take the character out.", "Retirez ce caractère.")),
        ["order_currency"] = (new("A product in another currency than its order", "Un produit dans une autre devise que sa commande"), new("Give both the same currency.", "Donnez la même devise aux deux.")),
        ["test_order"] = (new("A test order", "Une commande d’essai"), new("Nothing to do, unless it was a real one.", "Rien à faire, sauf si elle était réelle.")),
        ["too_deep"] = (new("Nested too deep", "Trop d’imbrications"), new("Flatten the message.", "Aplatissez le message.")),
        ["too_many_kinds"] = (new("One kind of fact too many", "Un type d’événement de trop"), new("Give the event one of the names in use.", "Donnez à l’événement un des noms en usage.")),
        ["too_many_traits"] = (new("Too many attributes", "Trop d’attributs"), new("Send fewer attributes in one message.", "Envoyez moins d’attributs dans un même message.")),
        ["unknown_currency"] = (new("Unknown currency", "Devise inconnue"), new("Write an ISO code: EUR.", "Écrivez un code ISO : EUR.")),
        ["unknown_kind"] = (new("Unknown kind of fact", "Type d’événement inconnu"), new("Use small letters, digits and underscores.", "Utilisez des minuscules, des chiffres et des tirets bas.")),
        ["unknown_order"] = (new("A refund of an unknown order", "Le remboursement d’une commande inconnue"), new("Let the shop send orders/updated too, then take it again.", "Faites aussi envoyer orders/updated par la boutique, puis reprenez-le.")),
        ["unknown_topic"] = (new("A webhook nothing is read from", "Un webhook dont rien n’est lu"), new("Take it off the shop’s webhooks.", "Retirez-le des webhooks de la boutique.")),
        ["unknown_type"] = (new("Unknown type of message", "Type de message inconnu"), new("Use track, identify, page, screen, group or alias.", "Utilisez track, identify, page, screen, group ou alias.")),
    };

    /// <summary>The codes that have words.</summary>
    public static IReadOnlyCollection<string> Codes => _all.Keys;

    /// <summary>The reason in words; its code for one that came later.</summary>
    public static LocalText NameOf(string code) => _all.TryGetValue(code, out (LocalText Name, LocalText Remedy) reason) ? reason.Name : new(code, code);

    /// <summary>What to do about it.</summary>
    public static LocalText RemedyOf(string code) => _all.TryGetValue(code, out (LocalText Name, LocalText Remedy) reason) ? reason.Remedy : new("The message says what is wrong.", "Le message dit ce qui ne va pas.");
}

using Parcours.Engine.Definitions;

namespace Parcours.Engine.Ingestion;

/// <summary>
/// The reasons of messages put aside, in French. A reason is kept as the English sentence it was worded with; here each of those sentences has its French one, and what stands
/// in the place of <c>{}</c> (a name, a number, what the message said) goes over as it is.
/// </summary>
public static class ReasonWords
{
    private static readonly Phrases _sentences = new(
    [
        ("A message is a JSON object.", "Un message est un objet JSON."),
        ("A text of the message is no valid Unicode (a lone surrogate, or bytes that are not UTF-8).", "Un texte du message n'est pas de l'Unicode valide (un demi-caractère isolé, ou des octets qui ne sont pas de l'UTF-8)."),
        ("A text of the message holds a NUL character.", "Un texte du message contient un caractère NUL."),
        ("A track message needs the name of its event.", "Un message track demande le nom de son événement."),
        ("The message names nobody: it needs a userId, an anonymousId or another key of a person.", "Le message ne nomme personne : il lui faut un userId, un anonymousId ou une autre clé d'une personne."),
        ("A group message needs a groupId.", "Un message group demande un groupId."),
        ("An alias message needs a previousId and a userId.", "Un message alias demande un previousId et un userId."),
        ("An amount names no currency, and the workspace has none yet.", "Un montant ne nomme pas de devise, et l'espace n'en a pas encore."),
        ("A product has another currency than its order.", "Un produit a une autre devise que sa commande."),
        ("The message tells no amount, and no product with a price.", "Le message ne donne ni montant, ni produit avec un prix."),
        ("The message does not say which order.", "Le message ne dit pas quelle commande."),
        ("The message has {} bytes; {} is the limit.", "Le message compte {} octets ; la limite est de {}."),
        ("The message is nested deeper than {} levels.", "Le message est imbriqué sur plus de {} niveaux."),
        ("The message sets more than {} attributes.", "Le message donne plus de {} attributs."),
        ("The message does not say what it is.", "Le message ne dit pas ce qu'il est."),
        ("\"{}\" is no type of message: track, identify, page, screen, group and alias are.", "« {} » n'est pas un type de message : il y a track, identify, page, screen, group et alias."),
        ("{} is no date and time: {}", "{} n'est pas une date avec son heure : {}"),
        ("It says that it happens in the future: {}, once the sender's clock is corrected.", "Il se dit dans le futur : {}, une fois l'horloge de l'expéditeur corrigée."),
        ("It says that it happened before 1970: {}, once the sender's clock is corrected.", "Il se dit d'avant 1970 : {}, une fois l'horloge de l'expéditeur corrigée."),
        ("{} is no amount: {}", "{} n'est pas un montant : {}"),
        ("\"{}\" is no currency of ISO 4217.", "« {} » n'est pas une devise de la norme ISO 4217."),
        ("quantity is no number of units: {}", "quantity n'est pas un nombre d'unités : {}"),
        ("The score is no whole number from {} to {}: {}", "La note n'est pas un nombre entier de {} à {} : {}"),
        ("\"{}\" is no kind of fact, nor a name of small letters, digits and underscores.", "« {} » n'est ni une sorte d'événement, ni un nom en minuscules, chiffres et tirets bas."),
        ("{} cannot be used: {}", "{} est inutilisable : {}"),
        ("The line is no JSON object.", "La ligne n'est pas un objet JSON."),
        ("The body is no JSON.", "Le corps n'est pas du JSON."),
        ("The body is no JSON: see line {}, byte {}.", "Le corps n'est pas du JSON : voyez la ligne {}, octet {}."),
        ("The message is no JSON.", "Le message n'est pas du JSON."),
        ("The body has {} bytes; {} is the limit.", "Le corps compte {} octets ; la limite est de {}."),
        ("The body is larger than {} bytes.", "Le corps dépasse {} octets."),
        ("The body is empty.", "Le corps est vide."),
        ("The body needs a list of messages named batch.", "Le corps demande une liste de messages nommée batch."),
        ("The body is neither a message nor a list of messages.", "Le corps n'est ni un message, ni une liste de messages."),
        ("The body is neither a fact nor a list of facts.", "Le corps n'est ni un événement, ni une liste d'événements."),
        ("The body is neither JSON nor one JSON object a line.", "Le corps n'est ni du JSON, ni un objet JSON par ligne."),
        ("The body has {} messages; {} is the limit.", "Le corps compte {} messages ; la limite est de {}."),
        ("No fact of the mapping file is for this message.", "Aucun événement du fichier de correspondance n'est pour ce message."),
        ("The order was placed with a test payment.", "La commande a été passée avec un paiement d'essai."),
        ("The webhook does not say what happened.", "Le webhook ne dit pas ce qui s'est passé."),
        ("Nothing is read from the topic {}: leave it out of the webhooks of the shop.", "Rien n'est lu du sujet {} : retirez-le des webhooks de la boutique."),
        ("The refund is of order {}, which was never told, and says nothing of who bought: subscribe to orders/updated too, which brings the refund with its order, or take it again once the order is there.",
            "Le remboursement est celui de la commande {}, qui n'a jamais été reçue, et ne dit pas qui a acheté : abonnez-vous aussi à orders/updated, qui apporte le remboursement avec sa commande, ou reprenez-le une fois la commande arrivée."),
        ("It names somebody who was erased: nothing of it was kept.", "Il nomme une personne effacée : rien n'en a été gardé."),
        ("The workspace has {} kinds of its own already; \"{}\" would be one more.", "L'espace a déjà {} sortes d'événement à lui ; « {} » en serait une de plus."),
        ("It was taken before.", "Il a déjà été repris."),
        ("It must be one message.", "Ce doit être un seul message."),
        ("It is stored.", "Il est enregistré."),
        ("The message was known: nothing was stored twice.", "Le message était connu : rien n'a été enregistré deux fois."),
        ("It names somebody who was erased, or would be one kind too many of the workspace's own.", "Il nomme une personne effacée, ou serait une sorte d'événement de trop pour l'espace."),
    ]);

    /// <summary>A reason in a language.</summary>
    /// <param name="detail">The reason as it is kept, in English.</param>
    /// <param name="language">"fr" or "en".</param>
    /// <returns>The French sentence; the English one where there is none.</returns>
    public static string In(string detail, string language) => language == "fr" ? _sentences.French(detail) : detail;
}

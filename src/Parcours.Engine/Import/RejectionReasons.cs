using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Import;

/// <summary>The words of each reason to put a line aside.</summary>
internal static class RejectionReasons
{
    /// <summary>The reason, in both languages.</summary>
    public static LocalText Of(Rejection rejection) => rejection switch
    {
        Rejection.None => new("nothing wrong", "rien à signaler"),
        Rejection.LineTooLong => new("line longer than a million characters", "ligne de plus d'un million de caractères"),
        Rejection.NulByte => new("NUL byte in the line", "octet nul dans la ligne"),
        Rejection.InvalidText => new("bytes that are not valid text (invalid UTF-8)", "octets illisibles (UTF-8 invalide)"),
        Rejection.UnclosedQuote => new("a quote is opened and never closed", "un guillemet est ouvert et jamais fermé"),
        Rejection.FieldCount => new("not as many fields as the header", "pas autant de champs que l'en-tête"),
        Rejection.NoCustomer => new("no customer", "pas de client"),
        Rejection.Date => new("date not readable", "date illisible"),
        Rejection.FutureDate => new("date in the future", "date dans le futur"),
        Rejection.EarlyDate => new("date before 1970", "date avant 1970"),
        Rejection.Amount => new("amount not readable", "montant illisible"),
        Rejection.Quantity => new("quantity not readable", "quantité illisible"),
        Rejection.Currency => new("unknown currency", "devise inconnue"),
        Rejection.OrderCurrency => new("another currency than the rest of the order", "devise différente du reste de la commande"),
        Rejection.KindOfFact => new("unknown kind of fact or event", "type d'événement inconnu"),
        Rejection.Json => new("not a JSON object", "pas un objet JSON"),
        Rejection.Missing => new("a required value is missing", "une valeur obligatoire manque"),
        Rejection.Score => new("score not readable or out of its scale", "note illisible ou hors de son échelle"),
        Rejection.Arm => new("arm of the draw not readable", "variante du tirage illisible"),
        Rejection.ControlTreated => new("in the control group, yet a message is recorded", "dans le groupe témoin, mais un message est noté"),
        Rejection.Erased => new("erased: the person asked to be forgotten", "effacé : la personne a demandé l'oubli"),
    };
}

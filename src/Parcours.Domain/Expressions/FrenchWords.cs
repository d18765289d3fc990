using System.Text;

namespace Parcours.Domain.Expressions;

/// <summary>An expression as a French reader says it: the same shape, with the words of the language in French. It is read by people, never parsed.</summary>
internal static class FrenchWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["attribute_changed"] = "attribut modifié",
        ["stage_set"] = "phase fixée à la main",
        ["note"] = "note",
        ["registration"] = "inscription",
        ["opt_in"] = "consentement",
        ["opt_out"] = "désinscription",
        ["follow"] = "abonnement",
        ["unfollow"] = "désabonnement",
        ["assignment"] = "tirage",
        ["message_sent"] = "message envoyé",
        ["message_bounced"] = "message non remis",
        ["message_opened"] = "message ouvert",
        ["message_clicked"] = "clic dans un message",
        ["message_answered"] = "réponse à un message",
        ["meeting"] = "rendez-vous",
        ["call"] = "appel",
        ["demo"] = "démonstration",
        ["ad_click"] = "clic publicitaire",
        ["store_visit"] = "visite en magasin",
        ["visit"] = "visite",
        ["search"] = "recherche",
        ["product_view"] = "produit vu",
        ["content_downloaded"] = "contenu téléchargé",
        ["form"] = "formulaire",
        ["event_attended"] = "participation à un événement",
        ["cart"] = "panier",
        ["checkout"] = "passage en caisse",
        ["quote"] = "devis",
        ["trial_started"] = "début d’essai",
        ["trial_ended"] = "fin d’essai",
        ["deal_created"] = "affaire créée",
        ["deal_stage"] = "étape d’affaire",
        ["offer"] = "offre",
        ["deal_won"] = "affaire gagnée",
        ["deal_lost"] = "affaire perdue",
        ["contract"] = "contrat",
        ["go_live"] = "mise en service",
        ["commitment_made"] = "engagement pris",
        ["commitment_met"] = "engagement tenu",
        ["subscription_started"] = "début d’abonnement",
        ["subscription_renewed"] = "abonnement renouvelé",
        ["subscription_changed"] = "abonnement modifié",
        ["subscription_cancelled"] = "abonnement résilié",
        ["subscription_ended"] = "fin d’abonnement",
        ["order"] = "commande",
        ["order_line"] = "ligne de commande",
        ["order_adjusted"] = "commande corrigée",
        ["coupon_used"] = "bon utilisé",
        ["delivery"] = "livraison",
        ["refund"] = "remboursement",
        ["cancellation"] = "annulation",
        ["product_return"] = "retour de produit",
        ["product_use"] = "usage du produit",
        ["survey_answer"] = "réponse à une enquête",
        ["review"] = "avis",
        ["testimonial"] = "témoignage",
        ["referral"] = "parrainage",
        ["complaint"] = "réclamation",
        ["complaint_resolved"] = "réclamation résolue",
        ["support_ticket_opened"] = "demande d’assistance",
        ["support_ticket_closed"] = "demande d’assistance close",
        ["account_review"] = "bilan de compte",
        ["partnership_act"] = "acte de partenariat",
        ["contact"] = "contact",
        ["engagement"] = "réaction",
        ["activity"] = "activité",
        ["solicitation"] = "sollicitation",
        ["answer"] = "réponse",
        ["advocacy"] = "recommandation",
        ["anything"] = "événement",
        ["and"] = "et",
        ["or"] = "ou",
        ["not"] = "pas",
        ["in"] = "dans",
        ["contains"] = "contient",
        ["where"] = "où",
        ["within"] = "en",
        ["before"] = "avant",
        ["since"] = "depuis",
        ["count"] = "nombre",
        ["sum"] = "somme",
        ["mean"] = "moyenne",
        ["min"] = "minimum",
        ["max"] = "maximum",
        ["last"] = "dernier",
        ["last_item"] = "dernier article",
        ["ever"] = "déjà",
        ["never"] = "jamais",
        ["silence"] = "silence",
        ["age"] = "ancienneté",
        ["gap_median"] = "délai médian",
        ["gap_mean"] = "délai moyen",
        ["gap_cv"] = "régularité des délais",
        ["orders"] = "commandes",
        ["spend"] = "dépenses",
        ["average_basket"] = "panier moyen",
        ["items"] = "articles",
        ["categories"] = "catégories",
        ["quantity"] = "quantité",
        ["distinct"] = "nombre distinct",
        ["stakeholders"] = "interlocuteurs",
        ["running"] = "en cours",
        ["reachable"] = "joignable",
        ["open"] = "ouvert",
        ["attribute"] = "attribut",
        ["quantile"] = "rang",
        ["score"] = "note",
        ["base.mean"] = "moyenne de la base",
        ["reached"] = "a atteint",
        ["stage"] = "phase",
        ["segment"] = "segment",
        ["consent"] = "consentement",
        ["at"] = "au",
        ["basket_trend"] = "évolution du panier",
        ["own_rhythm"] = "rythme propre",
        ["recency"] = "jours depuis la dernière commande",
        ["in_stage"] = "temps dans la phase",
        ["previous_stage"] = "phase précédente",
        ["target"] = "cible",
        ["always"] = "toujours",
        ["true"] = "vrai",
        ["false"] = "faux",
        ["value"] = "valeur",
        ["item"] = "article",
        ["category"] = "catégorie",
        ["channel"] = "canal",
        ["date"] = "date",
        ["any"] = "au moins un canal",
        ["period"] = "période",
        ["second"] = "seconde",
        ["seconds"] = "secondes",
        ["minute"] = "minute",
        ["minutes"] = "minutes",
        ["hour"] = "heure",
        ["hours"] = "heures",
        ["day"] = "jour",
        ["days"] = "jours",
        ["week"] = "semaine",
        ["weeks"] = "semaines",
        ["month"] = "mois",
        ["months"] = "mois",
        ["quarter"] = "trimestre",
        ["year"] = "an",
        ["years"] = "ans",
        ["subscription"] = "abonnement",
        ["trial"] = "essai",
        ["deal"] = "affaire",
        ["support_ticket"] = "demande d’assistance",
    };

    /// <summary>The French of a word; null when the language has none, as for an attribute's name.</summary>
    public static string? Of(string word) => Words.GetValueOrDefault(word);

    /// <summary>A piece of an expression in French: texts and names the company chose stay as they are.</summary>
    /// <param name="text">A piece that the language can be cut into words.</param>
    /// <param name="nameOf">The French name of a word that the definition made, as a threshold's; null for others.</param>
    public static string Say(string text, Func<string, string?> nameOf)
    {
        var said = new StringBuilder(text.Length + 16);
        int end = 0;
        foreach (Token token in Lexer.Read(new SourceText(text)))
        {
            if (token.Offset < end)
            {
                continue;
            }

            said.Append(text, end, token.Offset - end);
            if (ChurnScore(text, token) is var (id, after))
            {
                said.Append("probabilité de départ «\u00a0").Append(id).Append("\u00a0»");
                end = after;
                continue;
            }

            end = token.Offset + token.Text.Length + (token.Kind == TokenKind.Text ? 2 : 0);
            said.Append(token.Kind switch
            {
                TokenKind.Word => nameOf(token.Text) is { } name ? "«\u00a0" + name + "\u00a0»" : Of(token.Text) ?? token.Text,
                TokenKind.Number => token.Text.Replace('.', ','),
                TokenKind.Text => "«\u00a0" + token.Text + "\u00a0»",
                TokenKind.Symbol => token.Text switch { ">=" => "≥", "<=" => "≤", "!=" => "≠", "*" => "×", _ => token.Text },
                TokenKind.End => string.Empty,
            });
        }

        return said.ToString();
    }

    // score(stopped-buying), whose brackets hold an id; score(recency, 5) is another thing.
    private static (string Id, int After)? ChurnScore(string text, Token token)
    {
        if (token is not { Kind: TokenKind.Word, Text: "score" })
        {
            return null;
        }

        int open = text.IndexOf('(', token.Offset);
        int close = text.IndexOf(')', Math.Max(open, 0));
        if (open < 0 || close < 0)
        {
            return null;
        }

        string inside = text[(open + 1)..close].Trim();
        return inside.Contains(',', StringComparison.Ordinal) || inside.Contains('(', StringComparison.Ordinal) ? null : (inside.Trim('\'', '"'), close + 1);
    }
}

namespace Parcours.Web.Shell;

/// <summary>The words of the product, once: the help beside terms and the glossary's page read them here.</summary>
public static class Glossary
{
    /// <summary>Every word, in the order of English.</summary>
    public static IReadOnlyList<GlossaryEntry> All { get; } =
    [
        new("churn", new("Churn", "Attrition"), new(
            "A customer leaves: buys nothing for longer than the definition of leaving says.", "Un client s’en va : il n’achète plus rien pendant plus longtemps que ne le dit la définition du départ.")),
        new("cohort", new("Cohort", "Cohorte"), new(
            "Customers who began in the same period, followed over time.", "Clients qui ont commencé durant la même période, suivis dans le temps.")),
        new("consent", new("Consent", "Consentement"), new(
            "A person’s permission, for one purpose on one channel, with its proof.", "La permission d’une personne, pour un usage sur un canal, avec sa preuve.")),
        new("fact", new("Fact", "Événement"), new(
            "Something that happened and never changes: an order, a visit, a message, an answer.", "Quelque chose qui s’est produit et ne change jamais : une commande, une visite, un message, une réponse.")),
        new("interval", new("Interval", "Intervalle"), new(
            "Where the true figure lies 95 times out of 100.", "Là où se trouve le vrai chiffre 95 fois sur 100.")),
        new("lifecycle", new("Lifecycle", "Cycle de vie"), new(
            "A definition of stages: at any date, each customer is in exactly one.", "Une définition de phases : à toute date, chaque client est dans une seule.")),
        new("quarantine", new("Quarantine", "Lignes à corriger"), new(
            "What came in and could not be used, kept as it came, with the reason.", "Ce qui est arrivé et n’a pu servir, gardé tel quel, avec la raison.")),
        new("rfm", new("RFM", "RFM"), new(
            "Days since the last order, number of orders, and money spent: each cut in classes.", "Jours depuis la dernière commande, nombre de commandes et montant dépensé : chacun découpé en classes.")),
        new("rhythm", new("Rhythm", "Rythme d’achat"), new(
            "How often the customers of this base buy. Thresholds come from it.", "À quelle fréquence les clients de cette base achètent. Les seuils en viennent.")),
        new("segment", new("Segment", "Segment"), new(
            "A rule, and who meets it at a date.", "Une règle, et ceux qui la remplissent à une date.")),
        new("stage", new("Stage", "Phase"), new(
            "Where a customer stands in a lifecycle, with the reason and the date at which it changes by itself.", "Où en est un client dans un cycle de vie, avec la raison et la date à laquelle cela change de soi-même.")),
        new("uplift", new("Uplift", "Gain incrémental"), new(
            "What an action added: the outcome of those treated, less that of a control group.", "Ce qu’une action a ajouté : le résultat de ceux qui l’ont reçue, moins celui d’un groupe témoin.")),
        new("value", new("Customer value", "Valeur vie client"), new(
            "What a customer should still bring over a horizon, discounted.", "Ce qu’un client devrait encore rapporter sur un horizon, actualisé.")),
        new("win-back", new("Win-back", "Réactivation"), new(
            "Bringing back a customer who lapsed; worth it only for those whom an action changes.", "Faire revenir un client perdu ; utile seulement pour ceux qu’une action fait changer.")),
    ];

    /// <summary>A word by its key; null when there is none.</summary>
    public static GlossaryEntry? Find(string key) => All.FirstOrDefault(entry => entry.Key == key);
}

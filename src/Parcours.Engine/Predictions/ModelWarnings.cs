using Parcours.Domain.Lifecycles;
using Parcours.Statistics.Spend;
using Parcours.Statistics.Transactions;

namespace Parcours.Engine.Predictions;

/// <summary>The warnings of the models in a marketer's words.</summary>
public static class ModelWarnings
{
    private static readonly ModelWarning[] _all =
    [
        new("no_customers", new(
            "Nobody had ordered by this date: there is nothing to learn from, and no forecast is made.",
            "Personne n'avait commandé à cette date : il n'y a rien à apprendre, et aucune prévision n'est faite.")),
        new("few_customers", new(
            "Fewer than 30 customers stand behind these figures: read them as anecdotes, and decide on what you know of each customer.",
            "Moins de 30 clients sont derrière ces chiffres : lisez-les comme des anecdotes, et décidez d'après ce que vous savez de chaque client.")),
        new("no_repeat_purchase", new(
            "Nobody has ordered a second time yet, so nothing tells how often customers come back: no forecast is made. Come back once some have.",
            "Personne n'a encore commandé une deuxième fois, donc rien ne dit à quel rythme les clients reviennent : aucune prévision n'est faite. Revenez quand certains l'auront fait.")),
        new("single_date", new(
            "All orders were made on one single date, so no time has passed in which to see customers come back: no forecast is made.",
            "Toutes les commandes ont été passées à une seule date, donc aucun temps ne s'est écoulé pour voir revenir les clients : aucune prévision n'est faite.")),
        new("no_attrition_visible", new(
            "The orders show no sign that customers stop for good, so the model without attrition (NBD) stands in: everybody counts as still a customer.",
            "Les commandes ne montrent aucun signe que des clients partent pour de bon, donc le modèle sans attrition (NBD) le remplace : chacun compte comme encore client.")),
        new("boundary_optimum", new(
            "Customers hardly differ from one another here, and the parameters ran to a limit: use the forecasts, not the parameters. No margin of error is given.",
            "Ici les clients diffèrent à peine les uns des autres, et les paramètres ont atteint une limite : utilisez les prévisions, pas les paramètres. Aucune marge d'erreur n'est donnée.")),
        new("flat_likelihood", new(
            "Very different parameters explain the past equally well: use the forecasts, not the parameters.",
            "Des paramètres très différents expliquent aussi bien le passé : utilisez les prévisions, pas les paramètres.")),
        new("not_converged", new(
            "The computation did not settle: do not use these figures. Past orders per customer are the safer guide.",
            "Le calcul n'a pas abouti : n'utilisez pas ces chiffres. Les commandes passées par client sont un guide plus sûr.")),
        new("no_repeat_spend", new(
            "No customer has a repeat order with an amount above zero, so spend cannot be forecast; the average basket is all there is.",
            "Aucun client n'a de nouvelle commande d'un montant supérieur à zéro : la dépense ne peut pas être prévue ; il ne reste que le panier moyen.")),
        new("spend_not_positive", new(
            "Some customers' repeat orders come to zero or less (gifts, returns): they were left out of the spend model and count as spending nothing.",
            "Les nouvelles commandes de certains clients font zéro ou moins (cadeaux, retours) : ils sont hors du modèle de dépense et comptent comme ne dépensant rien.")),
        new("no_population_mean", new(
            "Spend differs so much between customers that the model has no average over them (q is 1 or less): the average seen so far stands in.",
            "La dépense diffère tellement d'un client à l'autre que le modèle n'a pas de moyenne (q vaut 1 ou moins) : la moyenne observée la remplace.")),
        new("population_mean_uncertain", new(
            "The average spend over all customers is not pinned down by these orders: for new customers, prefer the average basket seen so far.",
            "Ces commandes ne fixent pas la dépense moyenne de l'ensemble des clients : pour les nouveaux clients, préférez le panier moyen observé.")),
        new("no_opportunity", new(
            "No whole calendar period has passed since anybody's first order, so nobody has had the occasion to come back: no forecast is made. Choose a shorter --unit.",
            "Aucune période civile entière ne s'est écoulée depuis la première commande de quiconque : personne n'a eu l'occasion de revenir, et aucune prévision n'est faite. Choisissez une --unit plus courte.")),
        new("no_interval", new(
            "Too few repetitions of the forecast came out to give a margin of error: take the figures as an order of magnitude.",
            "Trop peu de répétitions de la prévision ont abouti pour donner une marge d'erreur : prenez les chiffres comme un ordre de grandeur.")),
        new("other_currency", new(
            "Amounts in another currency than the workspace's are in no sum.",
            "Les montants dans une autre devise que celle de l'espace ne sont dans aucune somme.")),
    ];

    /// <summary>The sentence that goes with every forecast: the models know neither season nor trend.</summary>
    public static LocalText Stationary { get; } = new(
        "These models take tomorrow to be like yesterday: a season, a trend or an action of yours to come is not foreseen.",
        "Ces modèles supposent que demain ressemble à hier : une saison, une tendance ou une action à venir n'est pas prévue.");

    /// <summary>The warning of a code; null for one that is not known.</summary>
    public static ModelWarning? Find(string code) => Array.Find(_all, warning => warning.Code == code);

    /// <summary>A warning of the models of purchases.</summary>
    public static ModelWarning Of(FitWarning warning) => Known(warning switch
    {
        FitWarning.NoCustomers => "no_customers",
        FitWarning.FewCustomers => "few_customers",
        FitWarning.NoRepeatPurchase => "no_repeat_purchase",
        FitWarning.SingleDate => "single_date",
        FitWarning.NoAttritionVisible => "no_attrition_visible",
        FitWarning.BoundaryOptimum => "boundary_optimum",
        FitWarning.FlatLikelihood => "flat_likelihood",
        FitWarning.NotConverged => "not_converged",
        _ => throw new ArgumentOutOfRangeException(nameof(warning), warning, "A warning without words."),
    });

    /// <summary>A warning of the model of spend.</summary>
    public static ModelWarning Of(SpendWarning warning) => Known(warning switch
    {
        SpendWarning.NoRepeatPurchase => "no_repeat_spend",
        SpendWarning.FewCustomers => "few_customers",
        SpendWarning.SpendNotPositive => "spend_not_positive",
        SpendWarning.NoPopulationMean => "no_population_mean",
        SpendWarning.PopulationMeanUncertain => "population_mean_uncertain",
        SpendWarning.BoundaryOptimum => "boundary_optimum",
        SpendWarning.FlatLikelihood => "flat_likelihood",
        SpendWarning.NotConverged => "not_converged",
        _ => throw new ArgumentOutOfRangeException(nameof(warning), warning, "A warning without words."),
    });

    /// <summary>The warning of a code of ours.</summary>
    internal static ModelWarning Known(string code) => Find(code)!;
}

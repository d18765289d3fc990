using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Reports.Figures;

/// <summary>The methods of churn in a reader's words.</summary>
internal static class LearnerName
{
    private static readonly LocalText Recency = new("recency alone", "la récence seule");
    private static readonly LocalText Rfm = new("a regression on recency, frequency and spend", "une régression sur récence, fréquence et dépense");
    private static readonly LocalText Stacked = new("a regression on recency, frequency, spend and MBG/NBD", "une régression sur récence, fréquence, dépense et MBG/NBD");
    private static readonly LocalText Logistic = new("a regression on all figures of the customer", "une régression sur tous les chiffres du client");
    private static readonly LocalText Boosting = new("gradient boosting", "le gradient boosting");

    public static string Of(Scribe scribe, string id) => id switch
    {
        "recency" => scribe.Text(Recency),
        "pnbd" => "Pareto/NBD",
        "mbgnbd" => "MBG/NBD",
        "bgnbd" => "BG/NBD",
        "rfm" => scribe.Text(Rfm),
        "stacked" => scribe.Text(Stacked),
        "logistic" => scribe.Text(Logistic),
        "boosting" => scribe.Text(Boosting),
        _ => id,
    };
}

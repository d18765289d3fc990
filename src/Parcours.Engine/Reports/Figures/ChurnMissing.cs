using Parcours.Domain.Lifecycles;
using Parcours.Engine.Churn;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Why nobody can say who is leaving, in a reader's words.</summary>
internal static class ChurnMissing
{
    private static readonly LocalText Nothing = new("Who is leaving needs customers with an order.", "Savoir qui s’en va demande des clients ayant commandé.");
    private static readonly LocalText Young = new("Who is leaving needs orders over more than its horizon; the base goes back {0}.", "Savoir qui s’en va demande des commandes sur plus que son horizon\u00a0; la base remonte à {0}.");
    private static readonly LocalText Few = new("Who is leaving needs {0} more customers: {1} had ordered when the last closed period began.", "Savoir qui s’en va demande {0} clients de plus\u00a0: {1} avaient commandé au début de la dernière période close.");
    private static readonly LocalText Sided = new("Who is leaving cannot be told: {0} left and {1} stayed, and {2} more of the rarer kind are needed to tell them apart.",
        "Impossible de dire qui s’en va\u00a0: {0} clients sont partis et {1} restés, il en faut {2} de plus du cas le plus rare pour les distinguer.");

    public static string Text(Scribe scribe, ChurnRefusal? refusal) => refusal switch
    {
        ChurnRefusal.NotEnough few => scribe.Text(Few, scribe.Count(few.Needed), scribe.Count(few.Rows)),
        ChurnRefusal.OneSided sided => scribe.Text(Sided, scribe.Count(sided.Left), scribe.Count(sided.Stayed), scribe.Count(sided.Needed)),
        ChurnRefusal.HorizonTooLong young => scribe.Text(Young, scribe.Days(young.LongestDays)),
        _ => scribe.Text(Nothing),
    };
}

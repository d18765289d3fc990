using Parcours.Domain.Time;
using Parcours.Engine.Answers;

namespace Parcours.Engine.Churn;

/// <summary>The words of what a churn definition cannot do on a base, for machines and in both languages.</summary>
public static class ChurnWords
{
    /// <summary>A refusal as an answer's.</summary>
    /// <param name="refusal">What is refused.</param>
    /// <param name="definition">The definition asked for.</param>
    public static AnswerRefusal Of(ChurnRefusal refusal, ChurnDefinition definition)
    {
        int days = (int)Math.Round(definition.Horizon.ApproximateDays);
        return refusal switch
        {
            ChurnRefusal.Empty => new("no_facts", new(
                "The workspace has no facts yet: import orders first (parcours import orders.csv).",
                "L'espace n'a encore aucun événement : importez d'abord des commandes (parcours import commandes.csv).")),
            ChurnRefusal.HorizonTooLong longer => new("horizon_too_long", new(
                $"The data end on {Date(longer.LastDay)}, so a horizon of {days} days cannot be tested at these dates. {Longest(longer.LongestDays)}",
                $"Les données s'arrêtent au {Date(longer.LastDay)} : un horizon de {days} jours ne peut pas être testé à ces dates. {LongestFr(longer.LongestDays)}")),
            ChurnRefusal.NotClosed not => new("window_not_closed", new(
                $"At the test date it was not yet known who would leave within {days} days of the training date. {Longest(not.LongestDays)}",
                $"À la date du test, on ne savait pas encore qui partirait dans les {days} jours suivant la date d'apprentissage. {LongestFr(not.LongestDays)}")),
            ChurnRefusal.NotEnough few => new("not_enough_data", new(
                $"Not enough data: {few.Rows} customers were eligible for \"{definition.Id}\", {few.Needed} more needed.",
                $"Pas assez de données : {few.Rows} clients étaient concernés par « {definition.Id} », il en faut {few.Needed} de plus.")),
            ChurnRefusal.OneSided sided => new("not_enough_data", new(
                $"Not enough data: {sided.Left} left and {sided.Stayed} stayed; {sided.Needed} more of the rarer kind are needed to tell them apart.",
                $"Pas assez de données : {sided.Left} sont partis et {sided.Stayed} restés ; il en faut {sided.Needed} de plus du cas le plus rare pour les distinguer.")),
            _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "A refusal without words."),
        };
    }

    private static string Longest(int days) => days > 0 ? $"The longest that can be tested is {days} days: --horizon {days}d." : "No horizon can be tested there: choose earlier dates.";

    private static string LongestFr(int days) => days > 0 ? $"Le plus long testable est de {days} jours : --horizon {days}d." : "Aucun horizon n'y est testable : choisissez des dates antérieures.";

    private static string Date(int day) => new Instant(day * Instant.MicrosPerDay).ToString()[..10];
}

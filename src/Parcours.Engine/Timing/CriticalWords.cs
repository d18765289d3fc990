using System.Collections.Immutable;
using System.Globalization;
using Parcours.Domain.Hazards;
using Parcours.Domain.Lifecycles;
using Parcours.Statistics.Peaks;

namespace Parcours.Engine.Timing;

/// <summary>Critical periods in words, for every page that shows them.</summary>
public static class CriticalWords
{
    private const double LeastRatio = 1.2;

    /// <summary>A way of leaving: "stopped buying".</summary>
    public static LocalText Of(Departure departure) => departure switch
    {
        Departure.StoppedBuying => new("stopped buying", "arrêt des achats"),
        Departure.Cancelled => new("cancelled", "résiliation"),
        _ => new("opted out", "désinscription"),
    };

    /// <summary>What time is counted from: "the first order".</summary>
    public static LocalText Of(Milestone milestone) => milestone switch
    {
        Milestone.FirstOrder => new("the first order", "la première commande"),
        Milestone.TrialEnd => new("the end of a trial", "la fin d'un essai"),
        Milestone.SubscriptionStart => new("the start of a subscription", "le début d'un abonnement"),
        Milestone.Return => new("a return or a refund", "un retour ou un remboursement"),
        _ => new("a complaint", "une réclamation"),
    };

    /// <summary>Critical weeks: "weeks 5 to 7 after the first order: 2.1 times the usual".</summary>
    /// <param name="milestone">What time is counted from.</param>
    /// <param name="peak">The weeks, from 0 for week 1.</param>
    public static LocalText Of(Milestone milestone, RatePeak peak)
    {
        LocalText since = Of(milestone);
        string en = peak.First == peak.Last ? $"week {peak.First + 1}" : $"weeks {peak.First + 1} to {peak.Last + 1}";
        string fr = peak.First == peak.Last ? $"semaine {peak.First + 1}" : $"semaines {peak.First + 1} à {peak.Last + 1}";
        return new($"{en} after {since.En}: {English(peak.Ratio)} times the usual", $"{fr} après {since.Fr} : {French(peak.Ratio)} fois l'ordinaire");
    }

    /// <summary>Everything that stands out: critical weeks, what a return or a complaint costs at once, and seasons that change something.</summary>
    internal static ImmutableArray<LocalText> Of(CriticalPeriods periods)
    {
        var found = ImmutableArray.CreateBuilder<LocalText>();
        foreach (CriticalCurve curve in periods.Curves)
        {
            LocalText departure = Of(curve.Departure);
            found.AddRange(curve.Peaks.Select(peak => Of(curve.Milestone, peak)).Select(words => new LocalText($"{departure.En}: {words.En}", $"{departure.Fr} : {words.Fr}")));
            if (curve.AtOnce is { Value: { } ratio } atOnce && ratio >= LeastRatio && atOnce.Probability < CriticalPeriods.Level)
            {
                LocalText since = Of(curve.Milestone);
                found.Add(new(
                    $"{departure.En}: {English(100.0 * curve.LeftAtOnce / curve.Count)}% never order again after {since.En}, {English(ratio)} times those who waited as long without one",
                    $"{departure.Fr} : {French(100.0 * curve.LeftAtOnce / curve.Count)}\u00A0% ne commandent plus après {since.Fr}, {French(ratio)} fois ceux qui ont attendu autant sans cela"));
            }
        }

        HashSet<string> told = [];
        foreach (SeasonEffect effect in periods.Seasons)
        {
            LocalText departure = Of(effect.Departure);
            if (effect.OrdersCorrected < CriticalPeriods.Level && Matters(effect.Orders) && told.Add(effect.Season.Id))
            {
                found.Add(Season(effect.Season.Name, new("orders", "commandes"), effect.Orders.Value!.Value));
            }

            if (effect.LastOrdersCorrected < CriticalPeriods.Level && Matters(effect.LastOrders))
            {
                found.Add(Season(effect.Season.Name, new("orders that are the last", "commandes sans suite"), effect.LastOrders.Value!.Value));
            }
            else if (effect.Departure != Departure.StoppedBuying && effect.LeavingCorrected < CriticalPeriods.Level && Matters(effect.Leaving))
            {
                found.Add(Season(effect.Season.Name, departure, effect.Leaving.Value!.Value));
            }
        }

        return found.ToImmutable();
    }

    private static bool Matters(RateRatio ratio) => ratio.Value is >= LeastRatio or <= 1 / LeastRatio;

    private static LocalText Season(LocalText season, LocalText what, double ratio) =>
        new($"{season.En}: {what.En} {English(ratio)} times the usual", $"{season.Fr} : {what.Fr}, {French(ratio)} fois l'ordinaire");

    private static string English(double number) => number.ToString("0.0", CultureInfo.InvariantCulture);

    private static string French(double number) => English(number).Replace('.', ',');
}

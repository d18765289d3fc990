using Parcours.Domain.Histories;
using Parcours.Domain.Purchases;
using Parcours.Domain.Time;
using Parcours.Engine.Predictions;

namespace Parcours.Engine.Cohorts;

/// <summary>Which cohorts matter: who will stay, who will leave, and where that costs most.</summary>
/// <param name="HorizonDays">The horizon of leaving, staying and loss.</param>
/// <param name="Dimensions">By period of the first order, by source, by category of the first order; empty when nothing could be fitted.</param>
/// <param name="Warnings">What the reader must be told.</param>
public sealed record MatteringCohorts(double HorizonDays, IReadOnlyList<CohortDimension> Dimensions, IReadOnlyList<ModelWarning> Warnings)
{
    /// <summary>Lifetimes are counted up to five years: in these models their mean is often infinite, owed to a few customers who never leave.</summary>
    public const double LifetimeLimitDays = 1826;

    // Below this many expected customers still there, a share of them says nothing.
    private const double FewestAlive = 1;

    /// <summary>Computes them.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="history">Its purchases at the cut.</param>
    /// <param name="purchases">A model of when customers buy, fitted on the history.</param>
    /// <param name="spend">The model of spend, fitted on the history.</param>
    /// <param name="began">How the same customers began.</param>
    /// <param name="sources">Their sources, in the same order; empty when not known.</param>
    /// <param name="period">The period of the first order.</param>
    /// <param name="horizonDays">The horizon; above 0.</param>
    /// <param name="progress">Told the share done, 0 to 1; may be null.</param>
    public static MatteringCohorts Compute(
        HistoryBase histories, PurchaseHistory history, FittedModel purchases, FittedModel spend, FirstPurchase[] began, string[] sources, CalendarUnit period, double horizonDays,
        IProgress<double>? progress = null)
    {
        ModelWarning[] warnings = [.. purchases.Warnings.Concat(spend.Warnings).Distinct()];
        if (purchases.Transactions is not { } model)
        {
            return new MatteringCohorts(horizonDays, [], warnings);
        }

        var outlook = CohortOutlook.Of(model, spend.Spend, history, horizonDays, LifetimeLimitDays, progress);
        MatteringCohort all = Of(string.Empty, Enumerable.Range(0, began.Length), outlook);
        return new MatteringCohorts(
            horizonDays,
            [
                By("period", customer => Calendar.Label(Calendar.UnitOf(began[customer].Day, period), period)),
                By("source", customer => sources[customer]),
                By("category", customer => histories.Vocabulary.TextOf(began[customer].Category)),
            ],
            warnings);

        CohortDimension By(string by, Func<int, string> nameOf) => new(
            by, all, [.. Enumerable.Range(0, began.Length).GroupBy(nameOf, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Of(group.Key, group, outlook))]);
    }

    private static MatteringCohort Of(string name, IEnumerable<int> customers, CohortOutlook outlook)
    {
        (int count, double now, double then) = (0, 0, 0);
        (double life, double lifeSquares, double lost, double lostSquares) = (0, 0, 0, 0);
        foreach (int i in customers)
        {
            count++;
            now += outlook.AliveNow[i];
            then += outlook.AliveThen[i];
            life += outlook.LifetimeDays[i];
            lifeSquares += outlook.LifetimeDays[i] * outlook.LifetimeDays[i];
            double own = outlook.Lost?[i] ?? 0;
            lost += own;
            lostSquares += own * own;
        }

        return new MatteringCohort(
            name, count, CohortEstimate.OfMean(count, life, lifeSquares), now < FewestAlive ? null : CohortEstimate.OfShare(now, Math.Clamp(1 - (then / now), 0, 1)),
            CohortEstimate.OfShare(count, Math.Clamp(then / count, 0, 1)), outlook.Lost is null ? null : CohortEstimate.OfMean(count, lost, lostSquares),
            outlook.Lost is null ? null : CohortEstimate.OfMean(count, lost, lostSquares, count));
    }
}

using System.Collections.Immutable;
using Parcours.Domain.Features;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Statistics.Spend;
using Parcours.Statistics.Uplift;

namespace Parcours.Engine.WinBack;

/// <summary>
/// Customers ranked by what they may bring: the probability of an order within the horizon times the value expected of it. For lapsed customers that is win-back, for
/// people who never ordered it is prospects. Once campaigns with a control group have shown an effect on such customers, the rank is by what contacting them adds; until then it is by what is expected of
/// them, contacted or not, and <see cref="Why"/> says why.
/// </summary>
public sealed class OpportunityList
{
    private OpportunityList(ChurnScores scores, ImmutableArray<Opportunity> ranked, double ordersEach, bool isSpendFitted, CampaignEffect? effect, WhyPotential? why)
    {
        Effect = effect;
        Why = why;
        Scores = scores;
        Ranked = ranked;
        OrdersEach = ordersEach;
        IsSpendFitted = isSpendFitted;
    }

    /// <summary>The probabilities, with how they were chosen, tested and explained.</summary>
    public ChurnScores Scores { get; }

    /// <summary>Everyone eligible: the highest incremental value first, or on a list of potential the highest expected value.</summary>
    public ImmutableArray<Opportunity> Ranked { get; }

    /// <summary>How many orders those who came within the horizon of the last closed window made, on average; 1 or more.</summary>
    public double OrdersEach { get; }

    /// <summary>Whether baskets come from a fitted spend model; else from the mean basket of the base.</summary>
    public bool IsSpendFitted { get; }

    /// <summary>Whether the rank is by what contacting adds; else it is by what is expected.</summary>
    public bool IsIncremental => Why is null;

    /// <summary>What campaigns with a control group showed; null when there was too little to look at. It is there when no effect was shown, too.</summary>
    public CampaignEffect? Effect { get; }

    /// <summary>Why the list is one of potential; null when it is incremental.</summary>
    public WhyPotential? Why { get; }

    /// <summary>Ranks those eligible at a date.</summary>
    /// <param name="definition">Who is eligible, and what coming is.</param>
    /// <param name="histories">The base.</param>
    /// <param name="at">The date: nothing after it is looked at.</param>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    /// <returns>The list, or why there is none.</returns>
    public static (OpportunityList? List, ChurnRefusal? Refusal) Compute(ChurnDefinition definition, HistoryBase histories, Instant at, Action<double>? progress = null)
    {
        (ChurnScores? scores, ChurnRefusal? refusal) = ChurnScores.Compute(definition, histories, at, progress: share => progress?.Invoke(share / 2));
        if (scores is null)
        {
            return (null, refusal);
        }

        (CampaignEffect? effect, WhyPotential? why) = CampaignEffect.Compute(definition, histories, scores.At);
        int[] everyone = [.. Enumerable.Range(0, histories.SubjectCount)];
        FeatureValues now = FeatureScan.Compute(histories.Of(definition.Subject), scores.At, everyone);
        (GammaGammaModel? model, double meanBasket) = Baskets(now);
        double ordersEach = OrdersOfThoseWhoCame(histories, scores);
        float[] orders = now["orders"];
        float[] baskets = now["average_basket"];
        var ranked = Enumerable.Range(0, scores.Subjects.Length)
            .Select(row =>
            {
                int subject = scores.Subjects[row];
                double basket = orders[subject] < 1 || float.IsNaN(baskets[subject]) || baskets[subject] <= 0 || model is null
                    ? meanBasket
                    : model.ExpectedSpend(new SpendSummary((int)orders[subject], baskets[subject]));
                double worth = basket * ordersEach;
                Effect? added = why is null ? effect!.Estimate.At(scores.Probabilities[row]) : null;
                return new Opportunity(
                    subject, scores.Probabilities[row], basket, scores.Probabilities[row] * worth, added,
                    added is { } gain ? new Effect(gain.Estimate * worth, new(gain.Interval.Low * worth, gain.Interval.High * worth)) : null);
            })
            .OrderByDescending(opportunity => opportunity.IncrementalValue?.Estimate ?? opportunity.ExpectedValue)
            .ThenByDescending(opportunity => opportunity.ExpectedValue)
            .ThenBy(opportunity => opportunity.Subject);
        progress?.Invoke(1);
        return (new OpportunityList(scores, [.. ranked], ordersEach, model is not null, effect, why), null);
    }

    // The spend model on every order of every customer; the plain mean where it cannot be fitted or has no mean.
    private static (GammaGammaModel? Model, double MeanBasket) Baskets(FeatureValues values)
    {
        float[] orders = values["orders"];
        float[] baskets = values["average_basket"];
        SpendSummary[] spends = [.. Enumerable.Range(0, orders.Length).Where(row => orders[row] >= 1 && baskets[row] > 0).Select(row => new SpendSummary((int)orders[row], baskets[row]))];
        double all = spends.Sum(spend => (double)spend.Frequency);
        double mean = all > 0 ? spends.Sum(spend => spend.Frequency * spend.MeanSpend) / all : 0;
        if (spends.Length < 30)
        {
            return (null, mean);
        }

        SpendFit fit = GammaGamma.Fit(spends);
        return fit is { Converged: true, Model: { HasPopulationMean: true } model } ? (model, model.PopulationMean) : (null, mean);
    }

    private static double OrdersOfThoseWhoCame(HistoryBase histories, ChurnScores scores)
    {
        int[] learnt = [.. scores.LearntSubjects];
        float[] before = FeatureScan.Compute(histories, scores.LearntAt, learnt)["orders"];
        float[] after = FeatureScan.Compute(histories, scores.At, learnt)["orders"];
        double[] made = [.. before.Zip(after, (earlier, later) => (double)(later - earlier)).Where(count => count >= 1)];
        return made.Length == 0 ? 1 : made.Average();
    }
}

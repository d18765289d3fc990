using System.Collections.Immutable;
using Parcours.Domain.Experiments;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Statistics.Uplift;

namespace Parcours.Engine.WinBack;

/// <summary>
/// What contacting adds, as campaigns with a control group showed it, on customers who were at their draw what those on the list are now. Analysed by assignment.
/// </summary>
/// <param name="Campaigns">The campaigns used, in the order of their first draw.</param>
/// <param name="Estimate">The effect on the outcome within the horizon of the draw, and on net spend in major units, overall and by bands of the probability predicted at the draw.</param>
public sealed record CampaignEffect(ImmutableArray<CampaignTrial> Campaigns, UpliftEstimate Estimate)
{
    /// <summary>The fewest subjects in each arm, over all campaigns, for which an effect is told.</summary>
    public const int FewestInArm = 100;

    /// <summary>Estimates the effect from all campaigns whose horizon was over at a date.</summary>
    /// <param name="definition">Who is on the list, and what coming is.</param>
    /// <param name="histories">The base.</param>
    /// <param name="at">The date: nothing after it is looked at.</param>
    /// <returns>The effect, and why the list is none of incremental value: either may be null, and both are there when an effect was looked for and none was shown.</returns>
    internal static (CampaignEffect? Effect, WhyPotential? Why) Compute(ChurnDefinition definition, HistoryBase histories, Instant at)
    {
        var reading = new TrialReading(definition, histories);
        Assignment[] eligible = [.. Assignments.Of(histories, definition.Subject, at).Where(reading.IsEligible)];
        if (eligible.All(draw => draw.IsTreated))
        {
            return (null, new WhyPotential.NoControlGroup());
        }

        Instant Closes(Assignment draw) => histories.Calendar.Add(draw.At, definition.Horizon);
        Assignment[] closed = [.. eligible.Where(draw => Closes(draw) <= at)];
        if (closed.All(draw => draw.IsTreated))
        {
            return (null, new WhyPotential.NotClosed(eligible.Where(draw => !draw.IsTreated).Min(Closes)));
        }

        var subjects = new List<TrialSubject>();
        var campaigns = ImmutableArray.CreateBuilder<CampaignTrial>();
        foreach (IGrouping<int, Assignment> campaign in closed.GroupBy(draw => draw.Campaign).OrderBy(group => group.Min(draw => draw.At)).ThenBy(group => group.Key))
        {
            List<TrialSubject> read = reading.Read(campaign, campaigns.Count);
            int treated = read.Count(subject => subject.IsTreated);
            if (treated > 0 && treated < read.Count)
            {
                subjects.AddRange(read);
                campaigns.Add(new CampaignTrial(
                    histories.Vocabulary.TextOf(campaign.Key), campaign.Min(draw => draw.At), campaign.Max(draw => draw.At), treated, read.Count - treated));
            }
        }

        if (UpliftEstimate.Of(subjects) is not { } estimate)
        {
            return (null, new WhyPotential.NotScored());
        }

        return estimate.Control < FewestInArm || estimate.Treated < FewestInArm
            ? (null, new WhyPotential.TooFew(estimate.Treated, estimate.Control))
            : (new CampaignEffect(campaigns.ToImmutable(), estimate), estimate.Rate.IsShown ? null : new WhyPotential.NoEffectShown());
    }
}

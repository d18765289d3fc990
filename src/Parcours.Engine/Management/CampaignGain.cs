using Parcours.Domain.Experiments;
using Parcours.Domain.Histories;
using Parcours.Domain.Indicators;
using Parcours.Domain.Time;
using Parcours.Engine.WinBack;
using Parcours.Statistics.Uplift;

namespace Parcours.Engine.Management;

/// <summary>
/// The revenue that campaigns with a control group added to a month, by assignment: what those drawn to be contacted spent in it more than those drawn not to be, times how many were to be contacted.
/// Campaigns drawn up to <see cref="DaysFelt"/> days before the month's end count.
/// </summary>
/// <param name="Campaigns">How many campaigns.</param>
/// <param name="Treated">How many customers were drawn to be contacted.</param>
/// <param name="Control">How many were drawn not to be.</param>
/// <param name="Revenue">Net revenue added, in minor units; below zero when they spent less.</param>
/// <param name="Low">The lower end of its 95 % interval.</param>
/// <param name="High">The upper end.</param>
public sealed record CampaignGain(int Campaigns, int Treated, int Control, double Revenue, double Low, double High)
{
    /// <summary>How long after a draw its effect is looked for.</summary>
    public const int DaysFelt = 90;

    /// <summary>The gain of a month.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="month">The month.</param>
    /// <returns>Null when there is no such campaign, or fewer customers in an arm than an effect is told for.</returns>
    public static CampaignGain? Of(HistoryBase histories, Window month)
    {
        var since = new Instant(month.To.Micros - (DaysFelt * Instant.MicrosPerDay));
        var spend = new SpendAfter(histories.Currency);
        var trials = new List<TrialPair>();
        foreach (IGrouping<int, Assignment> campaign in Assignments.Of(histories, SubjectType.Customer, month.To).Where(draw => draw.At > since).GroupBy(draw => draw.Campaign))
        {
            ILookup<bool, TrialSubject> arms = campaign.ToLookup(draw => draw.IsTreated, Read);
            trials.Add(new TrialPair(ArmOutcome.Of(arms[true]), ArmOutcome.Of(arms[false])));
        }

        TrialPair[] told = [.. trials.Where(trial => trial.Treated.Subjects >= 2 && trial.Control.Subjects >= 2)];
        int treated = told.Sum(trial => trial.Treated.Subjects);
        int control = told.Sum(trial => trial.Control.Subjects);
        return Math.Min(treated, control) >= CampaignEffect.FewestInArm && MeanDifference.Over(told) is { } each
            ? new CampaignGain(told.Length, treated, control, treated * each.Estimate, treated * each.Interval.Low, treated * each.Interval.High)
            : null;

        TrialSubject Read(Assignment draw) => new(
            draw.Campaign, draw.IsTreated, 0, false, spend.Of(histories[draw.Subject], draw.At > month.After ? draw.At : month.After, month.To));
    }
}

using Parcours.Domain.Hazards;
using Parcours.Domain.Seasons;
using Parcours.Statistics.Peaks;

namespace Parcours.Engine.Timing;

/// <summary>
/// What a season changes: its days against the same weekdays of the four weeks before and after it, those left out that lie in public holidays, sales, the company's own seasons or a season
/// of the same kind. Days that share two seasons count for both.
/// </summary>
/// <param name="Departure">The way of leaving.</param>
/// <param name="Season">The season.</param>
/// <param name="Days">Days of it in the base.</param>
/// <param name="Orders">Orders a day, against the usual.</param>
/// <param name="Leaving">The hazard of leaving, against the usual.</param>
/// <param name="LastOrders">Where leaving is dated by silence, the share of orders that were the last, against the usual: what the hazard owes to customers and not to the number of orders.</param>
/// <param name="OrdersCorrected">The chance of such a ratio of orders without any season's effect, corrected for all ratios looked at (Benjamini and Hochberg).</param>
/// <param name="LeavingCorrected">The same for the hazard of leaving.</param>
/// <param name="LastOrdersCorrected">The same for the share of last orders.</param>
public sealed record SeasonEffect(
    Departure Departure, Season Season, int Days, RateRatio Orders, RateRatio Leaving, RateRatio LastOrders,
    double OrdersCorrected = 1, double LeavingCorrected = 1, double LastOrdersCorrected = 1);

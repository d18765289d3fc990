using Parcours.Engine.Churn;
using Parcours.Engine.NextNeed;
using Parcours.Engine.Products;
using Parcours.Engine.Reports.Model;
using Parcours.Statistics.Recommendation;

namespace Parcours.Engine.Reports.Building;

/// <summary>How well lists of next products would have found the last baskets.</summary>
internal static class NeedPart
{
    /// <summary>Null when too few customers have two baskets of known products.</summary>
    public static NeedPicture? Build(ReportMoment moment)
    {
        bool sampled = moment.Orders.Subjects.Present > ChurnWindows.MostTried;
        // Names and prices take no part in what is found.
        if (PurchasedBaskets.Read(sampled ? moment.Orders.Sample(ChurnWindows.MostTried) : moment.Orders, Catalogue.Empty, moment.At) is not { } bought)
        {
            return null;
        }

        NextItemsBacktest backtest = NextNeedModel.Learn(bought).ProductBacktest;
        return backtest.Customers < NextItemsBacktest.FewestCustomers ? null : new NeedPicture(backtest.Customers, backtest.Scores, sampled ? ChurnWindows.MostTried : null);
    }
}

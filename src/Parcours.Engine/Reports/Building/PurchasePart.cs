using Parcours.Domain.Purchases;
using Parcours.Domain.Time;
using Parcours.Engine.Predictions;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Value;
using Parcours.Statistics.Spend;
using Parcours.Statistics.Tracking;
using Parcours.Statistics.Transactions;
using Parcours.Statistics.Value;

namespace Parcours.Engine.Reports.Building;

/// <summary>What the models of orders and spend foretell, and how the first would have done on the last third of the past.</summary>
internal static class PurchasePart
{
    /// <summary>Fewer customers than this tell nothing that could be relied on.</summary>
    public const int FewestCustomers = 30;

    private const int Week = 7;
    private const int LongPeriod = 28;
    private const int ShortPast = 365;
    private const int FewestPeriods = 9;
    private const int AlivePoints = 160;
    private const double Quiet = 0.2;
    private const double Lively = 0.8;

    public static PurchaseOutlook Build(ReportMoment moment)
    {
        var history = PurchaseHistory.Of(moment.Orders, moment.At);
        if (history.Count < FewestCustomers)
        {
            return new PurchaseOutlook(history.Count, FewestCustomers - history.Count, null);
        }

        FittedModel purchases = ModelFits.Of(new ModelRequest("pnbd"), history);
        if (purchases.Transactions is not { } model)
        {
            return new PurchaseOutlook(history.Count, 0, purchases.Warnings[0].Sentence);
        }

        FittedModel spend = ModelFits.Of(new ModelRequest(PredictionModels.Spend), history);
        return new PurchaseOutlook(history.Count, 0, null)
        {
            Tracking = Tracking(moment, history),
            Alive = Alive(moment, model, history),
            Deciles = spend.Spend is { } amounts ? Deciles(model, amounts, history) : [],
            NoSpend = spend.Spend is null ? spend.Warnings[0].Sentence : null,
        };
    }

    private static TrackingPicture? Tracking(ReportMoment moment, PurchaseHistory history)
    {
        int last = history.Table.CutDay;
        int past = last - history.Table.Customers.Min(customer => customer.FirstDay);
        int length = past <= ShortPast ? Week : LongPeriod;
        int periods = (past + length) / length;
        if (periods < FewestPeriods)
        {
            return null;
        }

        // Periods are laid from the report's date back, so that the last point is whole; point p is the end of period p.
        int start = last - (periods * length);
        int seen = periods * 2 / 3;
        int boundary = start + (seen * length);
        var known = PurchaseHistory.Of(moment.Orders, moment.Calendar.EndOfDay(boundary));
        if (known.Count < FewestCustomers || ModelFits.Of(new ModelRequest("pnbd"), known).Transactions is not { } model)
        {
            return null;
        }

        double[] births = [.. known.Table.Customers.Select(customer => (customer.FirstDay - start) / (double)Week)];
        long[] byDay = PurchaseDates.RepeatsByDay(moment.Orders, moment.At, start, boundary);
        long[] actual = new long[periods];
        long made = 0;
        for (int day = 0; day < byDay.Length; day++)
        {
            made += byDay[day];
            if (day > 0 && day % length == 0)
            {
                actual[(day / length) - 1] = made;
            }
        }

        return new TrackingPicture(
            [.. Enumerable.Range(1, periods).Select(period => Calendar.DateOf(start + (period * length)))], seen - 1, known.Count, actual,
            TrackingSeries.Expected(model, births, length / (double)Week, periods));
    }

    /// <summary>The customer with most purchase days among those of whom it is open whether they still buy; the first of the base among equals.</summary>
    private static AlivePicture? Alive(ReportMoment moment, ITransactionModel model, PurchaseHistory history)
    {
        int today = history.Table.CutDay;
        CustomerPurchases? found = history.Table.Customers
            .Where(customer => customer.Repeats > 1 && today > customer.LastDay)
            .OrderByDescending(customer => customer.Days).ThenBy(customer => customer.Subject)
            .Select(customer => (CustomerPurchases?)customer)
            .FirstOrDefault(customer => model.ProbabilityAlive(Summary(customer!.Value.Repeats, customer.Value.LastDay - customer.Value.FirstDay, today - customer.Value.FirstDay)) is >= Quiet and <= Lively);
        if (found is not { } chosen)
        {
            return null;
        }

        int[] days = [.. PurchaseDates.Of(moment.Orders, chosen.Subject, moment.At).Select(day => day - chosen.FirstDay)];
        int age = today - chosen.FirstDay;
        int step = Math.Max(1, age / AlivePoints);
        int[] asked = [.. Enumerable.Range(0, (age / step) + 1).Select(at => at * step).Concat(days).Concat(days.Select(day => day - 1)).Append(age).Where(day => day >= 0).Distinct().Order()];
        return new AlivePicture(Calendar.DateOf(chosen.FirstDay), [.. asked.Select(day => (day, At(day)))], days);

        double At(int day)
        {
            int bought = days.Count(each => each <= day);
            return model.ProbabilityAlive(Summary(bought - 1, days[bought - 1], day));
        }
    }

    private static PurchaseSummary Summary(int repeats, int lastDay, int age) => new(repeats, lastDay / (double)Week, age / (double)Week);

    private static IReadOnlyList<ValueDecile> Deciles(ITransactionModel model, GammaGammaModel amounts, PurchaseHistory history)
    {
        ValueHistory[] customers = [.. history.Summaries().Zip(history.Spends(), (when, how) => new ValueHistory(when, how))];
        double[] expected = LifetimeValue.Expected(model, amounts, customers, ValueAnalysis.Terms(new ValueRequest(), history));
        return ValueDecile.Of(expected, [.. history.Table.Customers.Select(customer => (double)customer.Spend / history.MinorUnits)]);
    }
}

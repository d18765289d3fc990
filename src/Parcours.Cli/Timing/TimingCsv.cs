using System.Globalization;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Engine.Timing;
using Parcours.Statistics.Peaks;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Cli.Timing;

/// <summary>The CSV files of <c>parcours timing</c>.</summary>
internal static class TimingCsv
{
    /// <summary>Writes every customer's next order.</summary>
    /// <exception cref="RefusedException">The file cannot be written.</exception>
    public static void Write(string file, NextOrders next, HistoryBase histories) => CsvOut.Write(file, writer =>
    {
        writer.WriteLine("customer,orders,last_order,own_rhythm_days,expected,earliest,latest,constant,chance,horizon_days,dated_by,chance_by");
        foreach (NextOrder order in next.Customers)
        {
            writer.WriteLine(string.Join(
                ',', CsvText.Field(histories.Subjects.KeyOf(order.Subject)), Number(order.Orders), Day(order.LastDay), Number(order.OwnDays), Day(order.ExpectedDay), Day(order.EarliestDay),
                Day(order.LatestDay), Day(order.ConstantDay), Number(order.Chance), Number(next.Test.HorizonDays), next.Test.DateBy, next.Test.ChanceBy));
        }
    });

    /// <summary>Writes every curve, a line a week.</summary>
    /// <exception cref="RefusedException">The file cannot be written.</exception>
    public static void Write(string file, CriticalPeriods periods) => CsvOut.Write(file, writer =>
    {
        writer.WriteLine("departure,milestone,week,leavings,customer_weeks,hazard,low,high,usual,critical");
        foreach (CriticalCurve curve in periods.Curves)
        {
            for (int week = 0; week < curve.Weeks.Length; week++)
            {
                PoissonRate rate = curve.Weeks[week];
                bool critical = curve.Peaks.Any(peak => week >= peak.First && week <= peak.Last);
                writer.WriteLine(string.Join(
                    ',', CriticalJson.IdOf(curve.Departure), CriticalJson.IdOf(curve.Milestone), Number(week + 1), Number(rate.Events), Number(rate.Exposure), Number(rate.Value),
                    Number(rate.Interval?.Low), Number(rate.Interval?.High), Number(week < curve.Usual.Length ? curve.Usual[week] : null), critical ? "1" : "0"));
            }
        }
    });

    /// <summary>The date of a local day number, as 2026-03-01.</summary>
    public static string Day(int day) => Calendar.DateOf(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? string.Empty;
}

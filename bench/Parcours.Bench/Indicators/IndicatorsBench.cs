using System.Globalization;
using Parcours.Domain.Cohorts;
using Parcours.Domain.Histories;
using Parcours.Domain.Indicators;
using Parcours.Domain.Rfm;
using Parcours.Domain.Rhythm;
using Parcours.Domain.Time;
using Parcours.Engine.Samples;

namespace Parcours.Bench.Indicators;

/// <summary>Rhythm, RFM, cohorts and the other indicators over a base in memory: <c>indicators [customers]</c>. Prints the rows of bench/results/indicators.md.</summary>
internal static class IndicatorsBench
{
    public static int Run(string[] options)
    {
        int customers = options.Length > 0 ? int.Parse(options[0], CultureInfo.InvariantCulture) : 1_000_000;
        HistoryBase histories = SampleShop.Histories(customers, 7, ordersOnly: false);
        Instant last = FactSpan.Of(histories).Last;
        Window year = Window.YearTo(last, histories.Calendar);
        TimingTable.Begin(string.Create(CultureInfo.InvariantCulture, $"{histories.SubjectCount:N0} subjects, {histories.FactCount:N0} facts"));
        TimingTable.Time("rhythm, every month", () => RhythmHistory.Compute(histories, last).Starts.Count);
        TimingTable.Time("rhythm at a date", () => RhythmCounts.At(histories, last).Customers);
        TimingTable.Time("came back within 180 days", () => ComeBack.At(histories, last, Period.OfDays(180)).Declared);
        TimingTable.Time("RFM, quintiles", () => RfmAnalysis.Compute(histories, last).Scores.Length);
        TimingTable.Time("cohorts by month", () => CohortTable.Compute(histories, last, CalendarUnit.Month).Cohorts.Length);
        TimingTable.Time("cohorts by day", () => CohortTable.Compute(histories, last, CalendarUnit.Day).Cohorts.Length);
        TimingTable.Time("sales of a year", () => Sales.Compute(histories, year).Orders);
        TimingTable.Time("basket evolution", () => BasketEvolution.Compute(histories, year).Known);
        TimingTable.Time("favourite categories", () => FavouriteCategories.Compute(histories, year).Count);
        TimingTable.Time("attachment", () => AttachmentScan.Compute(histories, year).Buyers);
        TimingTable.Time("abandoned carts", () => Abandonment.OfCarts(histories, year).Begun);
        return 0;
    }
}

using Parcours.Domain.Rfm;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports.Building;

/// <summary>The parts of the report that read orders: sums of the year, spend by subject, RFM.</summary>
internal sealed class OrderParts
{
    private readonly ReportMoment _moment;
    private readonly RfmAnalysis _now;
    private readonly RfmAnalysis _before;
    private readonly RfmTotals _twoBefore;
    private readonly long[] _spend;
    private readonly long[] _spendBefore;

    public OrderParts(ReportMoment moment)
    {
        _moment = moment;
        _now = RfmAnalysis.Compute(moment.Histories, moment.At);
        _before = RfmAnalysis.Compute(moment.Histories, moment.Before);
        _twoBefore = RfmAnalysis.Compute(moment.Histories, moment.TwoBefore).Totals;
        _spend = SpendBySubject(_now, moment.Histories.SubjectCount);
        _spendBefore = SpendBySubject(_before, moment.Histories.SubjectCount);
    }

    /// <summary>The net spend of a subject up to the date, in minor units.</summary>
    public long SpendOf(int subject) => _spend[subject];

    /// <summary>The net spend of a subject over the observed year, in minor units.</summary>
    public long SpendLastYearOf(int subject) => _spend[subject] - _spendBefore[subject];

    public IEnumerable<KeyFigure> KeyFigures()
    {
        if (_now.Totals.Orders == 0)
        {
            yield break;
        }

        double orders = _now.Totals.Orders - _before.Totals.Orders;
        double ordersBefore = _before.Totals.Orders - _twoBefore.Orders;
        double revenue = _now.Totals.Revenue - _before.Totals.Revenue;
        double revenueBefore = _before.Totals.Revenue - _twoBefore.Revenue;
        double refunds = _now.Totals.Refunds - _before.Totals.Refunds;
        double refundsBefore = _before.Totals.Refunds - _twoBefore.Refunds;
        yield return new(new("Orders over the year", "Commandes sur un an"), FigureUnit.Count, Compared(orders, ordersBefore));
        yield return new(new("Gross revenue over the year", "Chiffre d’affaires brut sur un an"), FigureUnit.Money, Compared(revenue, revenueBefore));
        yield return new(new("Refunds over the year", "Remboursements sur un an"), FigureUnit.Money, Compared(refunds, refundsBefore));
        yield return new(new("Average basket", "Panier moyen"), FigureUnit.Money,
            new(orders > 0 ? revenue / orders : null, _moment.HasTwoYears && ordersBefore > 0 ? revenueBefore / ordersBefore : null));
    }

    public RfmGrid? Rfm()
    {
        if (_now.Scores.IsEmpty)
        {
            return null;
        }

        var now = RfmMaps.Classic.Count(_now);
        var before = RfmMaps.Classic.Count(_before);
        return new(
            _now.Quantiles,
            [.. _now.Cells().GroupBy(cell => (cell.Recency, cell.Frequency))
                .Select(cell => new Model.RfmCell(cell.Key.Recency, cell.Key.Frequency, cell.Sum(each => each.Customers), cell.Sum(each => each.Spend)))],
            [.. now.Take(RfmMaps.Classic.Groups.Length).Select((group, at) => new Model.RfmGroup(group.Group.Name,
                new Twin(group.Customers, _before.Scores.IsEmpty ? null : before[at].Customers), group.Spend))]);
    }

    // What comes before the first fact is no zero to compare with.
    private Twin Compared(double now, double before) => new(now, _moment.HasTwoYears ? before : null);

    private static long[] SpendBySubject(RfmAnalysis analysis, int subjects)
    {
        long[] spend = new long[subjects];
        foreach (RfmScore score in analysis.Scores)
        {
            spend[score.Subject] = score.Spend;
        }

        return spend;
    }
}

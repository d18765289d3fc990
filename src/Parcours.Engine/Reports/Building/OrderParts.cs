using Parcours.Domain.Rfm;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports.Building;

/// <summary>The parts of the report that read orders: spend by subject and RFM.</summary>
internal sealed class OrderParts
{
    private readonly RfmAnalysis _now;
    private readonly RfmAnalysis _before;
    private readonly long[] _spend;
    private readonly long[] _spendBefore;

    private readonly RfmMap _map;

    public OrderParts(ReportMoment moment)
        : this(moment, RfmMaps.Classic)
    {
    }

    public OrderParts(ReportMoment moment, RfmMap map)
    {
        _map = map;
        _now = RfmAnalysis.Compute(moment.Orders, moment.At, map.Quantiles);
        _before = RfmAnalysis.Compute(moment.Orders, moment.Before, map.Quantiles);
        _spend = SpendBySubject(_now, moment.Orders.SubjectCount);
        _spendBefore = SpendBySubject(_before, moment.Orders.SubjectCount);
    }

    /// <summary>The net spend of a subject up to the date, in minor units.</summary>
    public long SpendOf(int subject) => _spend[subject];

    /// <summary>The net spend of a subject over the observed year, in minor units.</summary>
    public long SpendLastYearOf(int subject) => _spend[subject] - _spendBefore[subject];

    public RfmGrid? Rfm()
    {
        if (_now.Scores.IsEmpty)
        {
            return null;
        }

        var now = _map.Count(_now);
        var before = _map.Count(_before);
        return new(
            _now.Quantiles,
            [.. _now.Cells().GroupBy(cell => (cell.Recency, cell.Frequency))
                .Select(cell => new Model.RfmCell(cell.Key.Recency, cell.Key.Frequency, cell.Sum(each => each.Customers), cell.Sum(each => each.Spend)))],
            [.. now.Take(_map.Groups.Length).Select((group, at) => new Model.RfmGroup(group.Group.Name,
                new Twin(group.Customers, _before.Scores.IsEmpty ? null : before[at].Customers), group.Spend))]);
    }

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

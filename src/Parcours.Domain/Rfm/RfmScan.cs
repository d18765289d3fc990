using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;

namespace Parcours.Domain.Rfm;

/// <summary>What the ranking needs of a range of subjects: those with an order, and the sums over all.</summary>
internal sealed class RfmScan
{
    private long _subjects;
    private long _orders;
    private long _revenue;
    private long _refunds;
    private long _otherCurrency;

    public List<Buyer> Buyers { get; } = [];

    public void Read(HistoryBase histories, Instant at, int from, int to)
    {
        var net = new NetOrders(histories.Currency);
        for (int subject = from; subject < to; subject++)
        {
            History history = histories[subject].Until(at);
            net.Read(history);
            _subjects += history.IsEmpty ? 0 : 1;
            _orders += net.Count;
            _revenue += net.Gross;
            _refunds += net.Refunds;
            _otherCurrency += net.OtherCurrency;
            if (net.Count > 0)
            {
                Buyers.Add(new(subject, net.Count, net.FirstAt.Micros, net.LastAt.Micros, net.Spend));
            }
        }
    }

    public void Add(RfmScan next)
    {
        Buyers.AddRange(next.Buyers);
        _subjects += next._subjects;
        _orders += next._orders;
        _revenue += next._revenue;
        _refunds += next._refunds;
        _otherCurrency += next._otherCurrency;
    }

    public RfmTotals Totals() => new(_subjects, Buyers.Count, _orders, _revenue, _refunds, _otherCurrency);

    public readonly record struct Buyer(int Subject, int Orders, long FirstAt, long LastAt, long Spend);
}

using System.Collections.Immutable;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;

namespace Parcours.Domain.Cohorts;

/// <summary>The partial result of a range of subjects: one row a cohort, made when its first customer is met.</summary>
internal sealed class CohortScan(byte currency, CohortUnits units, int followed)
{
    private readonly Row?[] _rows = new Row?[units.Count];
    private readonly NetOrders _net = new(currency);

    public void Read(History history)
    {
        _net.Read(history);
        if (_net.Count == 0)
        {
            return;
        }

        int start = units.Of(_net.FirstAt);
        int length = Math.Min(units.Count - (start - units.First), followed);
        Row row = _rows[start - units.First] ??= new(length);
        row.Size++;
        int lastActive = -1;
        ReadOnlySpan<Fact> facts = history.Facts;
        for (int i = 0; i < facts.Length; i++)
        {
            if (facts[i].Kind is not (FactKind.Order or FactKind.OrderAdjusted or FactKind.Refund))
            {
                continue;
            }

            // What came before the first order that counts belongs to the cohort's first unit.
            int place = Math.Max(0, units.Of(facts[i].At) - start);
            int link = history.Links[i];
            if (place >= length || _net.LeftOut.IsCancelled(link))
            {
                continue;
            }

            long amount = facts[i].Currency == currency ? facts[i].Value : 0;
            (facts[i].Kind == FactKind.Refund ? row.Refunds : row.Revenue)[place] += amount;
            if (facts[i].Kind == FactKind.Order && place > lastActive && !_net.LeftOut.Has(link))
            {
                row.Active[place]++;
                lastActive = place;
            }
        }
    }

    public void Add(CohortScan other)
    {
        for (int i = 0; i < _rows.Length; i++)
        {
            if (other._rows[i] is { } row)
            {
                (_rows[i] ??= new(row.Active.Length)).Add(row);
            }
        }
    }

    public ImmutableArray<Cohort> Cohorts(int lastUnit)
    {
        var cohorts = ImmutableArray.CreateBuilder<Cohort>();
        for (int i = 0; i < _rows.Length; i++)
        {
            if (_rows[i] is { } row)
            {
                int length = Math.Min(row.Active.Length, lastUnit - (units.First + i) + 1);
                cohorts.Add(new(units.First + i, row.Size, [.. row.Active[..length]], [.. row.Revenue[..length]], [.. row.Refunds[..length]]));
            }
        }

        return cohorts.ToImmutable();
    }

    private sealed class Row(int length)
    {
        public long Size { get; set; }

        public long[] Active { get; } = new long[length];

        public long[] Revenue { get; } = new long[length];

        public long[] Refunds { get; } = new long[length];

        public void Add(Row other)
        {
            Size += other.Size;
            for (int i = 0; i < Active.Length; i++)
            {
                Active[i] += other.Active[i];
                Revenue[i] += other.Revenue[i];
                Refunds[i] += other.Refunds[i];
            }
        }
    }
}

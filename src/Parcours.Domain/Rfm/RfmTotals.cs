namespace Parcours.Domain.Rfm;

/// <summary>The sums behind an RFM analysis, over every subject of the base.</summary>
/// <param name="Subjects">Subjects with a fact.</param>
/// <param name="Customers">Subjects with an order that counts.</param>
/// <param name="Orders">Orders that count.</param>
/// <param name="Revenue">What was ordered, refunds not taken off, in minor units.</param>
/// <param name="Refunds">What was given back.</param>
/// <param name="OtherCurrency">Amounts left out because they are in another currency.</param>
public sealed record RfmTotals(long Subjects, long Customers, long Orders, long Revenue, long Refunds, long OtherCurrency)
{
    /// <summary>Subjects known without an order that counts: prospects.</summary>
    public long WithoutOrder => Subjects - Customers;
}

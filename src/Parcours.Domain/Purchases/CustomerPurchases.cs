namespace Parcours.Domain.Purchases;

/// <summary>What one customer bought by a cut, day by day summed up, and what came after it. Orders of one local day are one purchase.</summary>
/// <param name="Subject">The customer's place in the base.</param>
/// <param name="Days">Distinct purchase days by the cut; 1 or more.</param>
/// <param name="FirstDay">The local day number of the first.</param>
/// <param name="LastDay">The local day number of the last; at least <paramref name="FirstDay"/>.</param>
/// <param name="FirstSpend">Net spend of the first day, in minor units of the base's currency.</param>
/// <param name="RepeatSpend">Net spend of all other days; 0 when there are none, below 0 when more was given back than paid.</param>
/// <param name="LaterDays">Distinct purchase days after the cut's day, until the end asked for; 0 without one.</param>
/// <param name="LaterSpend">Net spend of those days, as known at that end.</param>
public readonly record struct CustomerPurchases(
    int Subject, int Days, int FirstDay, int LastDay, long FirstSpend, long RepeatSpend, int LaterDays, long LaterSpend)
{
    /// <summary>Purchase days after the first: what the statistics call the frequency.</summary>
    public int Repeats => Days - 1;

    /// <summary>Net spend of all days by the cut.</summary>
    public long Spend => FirstSpend + RepeatSpend;
}

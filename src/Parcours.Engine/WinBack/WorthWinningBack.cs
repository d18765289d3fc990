namespace Parcours.Engine.WinBack;

/// <summary>
/// Those of a list on whom a contact is best spent. On a list of what contacting adds: those whose gain is above zero at the low end of its interval.
/// On a list of potential: the fewest who hold half of what all are expected to bring.
/// </summary>
/// <param name="Customers">How many.</param>
/// <param name="Money">What they should add, or are expected to bring, in major units.</param>
public readonly record struct WorthWinningBack(int Customers, double Money)
{
    /// <summary>Reads a list.</summary>
    public static WorthWinningBack Of(OpportunityList list)
    {
        if (list.IsIncremental)
        {
            Opportunity[] sure = [.. list.Ranked.Where(customer => customer.IncrementalValue is { } gain && gain.Interval.Low > 0)];
            return new(sure.Length, sure.Sum(customer => customer.IncrementalValue!.Value.Estimate));
        }

        double half = list.Ranked.Sum(customer => customer.ExpectedValue) / 2;
        double sum = 0;
        int count = 0;
        while (count < list.Ranked.Length && sum < half)
        {
            sum += list.Ranked[count++].ExpectedValue;
        }

        return new(count, sum);
    }
}

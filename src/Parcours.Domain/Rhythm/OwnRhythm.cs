namespace Parcours.Domain.Rhythm;

/// <summary>A customer's own rhythm.</summary>
public static class OwnRhythm
{
    /// <summary>How many gaps of the base's rhythm a customer's own gaps are weighed against.</summary>
    public const int WeightOfBase = 5;

    /// <summary>
    /// The geometric mean of a customer's gaps, drawn towards the base's rhythm as if the customer had five more gaps of that length:
    /// <c>exp((sum ln gap + 5 ln base) / (n + 5))</c>.
    /// </summary>
    /// <param name="gaps">The customer's gaps in days, each 1 or more.</param>
    /// <param name="baseDays">The base's rhythm in days, above 0.</param>
    public static double Shrunk(ReadOnlySpan<int> gaps, double baseDays)
    {
        double sum = WeightOfBase * Math.Log(baseDays);
        foreach (int gap in gaps)
        {
            sum += Math.Log(gap);
        }

        return Math.Exp(sum / (gaps.Length + WeightOfBase));
    }
}

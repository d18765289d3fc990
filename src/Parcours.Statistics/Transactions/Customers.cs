namespace Parcours.Statistics.Transactions;

/// <summary>What every model asks of its arguments: breaking it is a fault of the caller.</summary>
internal static class Customers
{
    /// <summary>Throws unless the summary keeps its ranges.</summary>
    public static void Check(in PurchaseSummary customer)
    {
        if (customer.Frequency < 0 || !(customer.Recency >= 0) || !(customer.Age >= customer.Recency) || !double.IsFinite(customer.Age)
            || (customer.Frequency == 0 && customer.Recency != 0))
        {
            throw new ArgumentOutOfRangeException(
                nameof(customer), customer, "Frequency must be 0 or more, Recency between 0 and Age (0 without a repeat purchase), Age finite.");
        }
    }

    /// <summary>Throws unless the horizon is a number at or above 0.</summary>
    public static void CheckHorizon(double horizon)
    {
        if (!(horizon >= 0) || !double.IsFinite(horizon))
        {
            throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "A horizon is 0 or more, and finite.");
        }
    }

    /// <summary>Throws unless the level is strictly between 0 and 1.</summary>
    public static void CheckLevel(double level)
    {
        if (!(level > 0 && level < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "A level is strictly between 0 and 1.");
        }
    }

    /// <summary>Throws unless the parameter is finite and above 0; gives it back.</summary>
    public static double Positive(double value, string name) => value > 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "A parameter is above 0, and finite.");
}

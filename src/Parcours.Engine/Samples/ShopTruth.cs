namespace Parcours.Engine.Samples;

/// <summary>
/// What the shop was drawn from, known exactly because we chose it: the Pareto/NBD model of Schmittlein, Morrison and Colombo (1987).
/// A buyer orders at rate lambda ~ Gamma(<see cref="Shape"/>, <see cref="RateDays"/>) while alive, and dies at rate
/// mu ~ Gamma(<see cref="DropoutShape"/>, <see cref="DropoutRateDays"/>). Rates are per day.
/// </summary>
public sealed record ShopTruth
{
    /// <summary>The share of customers who will buy one day; the others stay prospects.</summary>
    public required double BuyerShare { get; init; }

    /// <summary>r: the shape of the ordering rate.</summary>
    public required double Shape { get; init; }

    /// <summary>alpha, in days: the rate parameter of the ordering rate; the mean rate is r / alpha.</summary>
    public required double RateDays { get; init; }

    /// <summary>s: the shape of the dropout rate.</summary>
    public required double DropoutShape { get; init; }

    /// <summary>beta, in days: the rate parameter of the dropout rate; the mean rate is s / beta.</summary>
    public required double DropoutRateDays { get; init; }

    /// <summary>The mean number of lines of an order.</summary>
    public required double LinesPerOrder { get; init; }

    /// <summary>The mean time from a buyer's arrival to the first order, in days of season.</summary>
    public required double FirstOrderAfterDays { get; init; }

    /// <summary>The share of a win-back mailing's draw that is treated; the others are its control arm.</summary>
    public required double WinBackTreatedShare { get; init; }

    /// <summary>
    /// What a win-back mailing adds to the probability of an order within <see cref="WinBackDays"/>, relative to it: whoever would return with probability p returns with p (1 + e (1 - s)) when
    /// treated and p (1 - e s) when not, s being <see cref="WinBackTreatedShare"/>, so that the difference is e p. Less for those so likely to return that there is no room for it.
    /// </summary>
    public required double WinBackEffect { get; init; }

    /// <summary>For how many days the mailing acts.</summary>
    public required int WinBackDays { get; init; }

    /// <summary>The mix: half of the customers buy, every two months or so.</summary>
    public static ShopTruth Mix { get; } = new()
    {
        BuyerShare = 0.53,
        Shape = 0.8,
        RateDays = 107,
        DropoutShape = 3,
        DropoutRateDays = 1_500,
        LinesPerOrder = 1.65,
        FirstOrderAfterDays = 12,
        WinBackTreatedShare = 0.5,
        WinBackEffect = 1,
        WinBackDays = 90,
    };

    /// <summary>Orders only: everybody buys, about twenty times.</summary>
    public static ShopTruth OrdersOnly { get; } = Mix with { BuyerShare = 1, RateDays = 13.32, LinesPerOrder = 1, FirstOrderAfterDays = 1 };

    /// <summary>The true uplift of a win-back mailing for a customer: treated minus untreated probability of an order within <see cref="WinBackDays"/>.</summary>
    /// <param name="probability">The probability over both arms, 0 to 1.</param>
    public double WinBackUplift(double probability) => Math.Min(WinBackEffect * probability, (1 - probability) / (1 - WinBackTreatedShare));

    /// <summary>The share of buyers who drop out in the month after an age, of those alive at it.</summary>
    /// <param name="ageDays">Days since the first order.</param>
    public double MonthlyChurnAt(double ageDays)
    {
        const double month = 30.436875;
        return 1 - Math.Pow((DropoutRateDays + ageDays) / (DropoutRateDays + ageDays + month), DropoutShape);
    }

    /// <summary>The expected number of repeat orders of a buyer in the time after the first one (equation 17 of the paper's later restatements).</summary>
    /// <param name="days">Days since the first order.</param>
    public double ExpectedRepeatOrders(double days) =>
        Shape * DropoutRateDays / (RateDays * (DropoutShape - 1)) * (1 - Math.Pow(DropoutRateDays / (DropoutRateDays + days), DropoutShape - 1));
}

namespace Parcours.Engine.Timing;

/// <summary>One way to date the next order, tried on the company's own past.</summary>
/// <param name="Id"><c>constant</c>, <c>own-rhythm</c> or <c>model</c>.</param>
/// <param name="MedianErrorDays">Of those who ordered within the horizon, half were dated nearer than this.</param>
/// <param name="Closer">The share of them dated nearer than by the constant, ties left out; null for the constant itself.</param>
/// <param name="Surer">Whether that share is above one half by more than chance explains (sign test, 5 %).</param>
/// <param name="EarliestShare">The tenth percentile of the wait over the wait foreseen: with <paramref name="LatestShare"/>, the 80 % interval put around what it foresees.</param>
/// <param name="LatestShare">The ninetieth percentile.</param>
public sealed record DateMethod(string Id, double MedianErrorDays, double? Closer, bool Surer, double EarliestShare, double LatestShare)
{
    /// <summary>The same number of days from today for everybody.</summary>
    public const string Constant = "constant";

    /// <summary>The last order plus the customer's own rhythm.</summary>
    public const string OwnRhythm = "own-rhythm";

    /// <summary>The median of a transaction model, given that an order comes within the horizon.</summary>
    public const string Model = "model";
}

namespace Parcours.Statistics.Uplift;

/// <summary>What treating did to an outcome: treated minus untreated, in the unit of the outcome.</summary>
/// <param name="Estimate">The difference.</param>
/// <param name="Interval">Its 95 % interval.</param>
public readonly record struct Effect(double Estimate, ConfidenceInterval Interval)
{
    /// <summary>Whether the interval leaves zero out: an effect is shown, for better or for worse.</summary>
    public bool IsShown => Interval.Low > 0 || Interval.High < 0;
}

namespace Parcours.Statistics.Uplift;

/// <summary>The two arms of one trial.</summary>
/// <param name="Treated">Everyone drawn for treatment.</param>
/// <param name="Control">Everyone drawn to be left alone.</param>
public readonly record struct TrialPair(ArmOutcome Treated, ArmOutcome Control)
{
    /// <summary>Mantel and Haenszel's weight, <c>n1 n0 / (n1 + n0)</c>: what the trial says of the difference; 0 when an arm is empty.</summary>
    public double Weight => Treated.Subjects == 0 || Control.Subjects == 0 ? 0 : (double)Treated.Subjects * Control.Subjects / (Treated.Subjects + Control.Subjects);

    /// <summary>The difference of the response rates.</summary>
    public double RateDifference => Treated.Rate - Control.Rate;

    /// <summary>
    /// The variance of that difference, never zero: each rate with one success and one failure added (Agresti and Caffo, "Simple and effective confidence intervals for proportions and
    /// differences of proportions", The American Statistician 54, 2000).
    /// </summary>
    public double RateVariance => Variance(Treated) + Variance(Control);

    private static double Variance(ArmOutcome arm)
    {
        double rate = (arm.Responders + 1.0) / (arm.Subjects + 2.0);
        return rate * (1 - rate) / (arm.Subjects + 2);
    }
}

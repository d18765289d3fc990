using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Peaks;

/// <summary>A rate: events counted over an exposure, with the exact interval of a Poisson count.</summary>
/// <param name="Events">How many happened; 0 or more.</param>
/// <param name="Exposure">Over how much time at risk, in any unit; above 0 for a rate.</param>
public readonly record struct PoissonRate(long Events, double Exposure)
{
    private const double Tail = 0.025;

    /// <summary>Events by unit of exposure; null without exposure.</summary>
    public double? Value => Exposure > 0 ? Events / Exposure : null;

    /// <summary>
    /// Garwood's exact 95 % interval ("Fiducial limits for the Poisson distribution", Biometrika 28, 1936), by unit of exposure; null without exposure. It begins at 0
    /// when nothing happened.
    /// </summary>
    public ConfidenceInterval? Interval
    {
        get
        {
            if (!(Exposure > 0))
            {
                return null;
            }

            ConfidenceInterval count = CountInterval(Events);
            return new(count.Low / Exposure, count.High / Exposure);
        }
    }

    /// <summary>Garwood's interval of the count itself.</summary>
    internal static ConfidenceInterval CountInterval(long count) => new(
        count == 0 ? 0 : Math.Exp(GammaDistribution.LogUpperQuantile(count, 1 - Tail)),
        Math.Exp(GammaDistribution.LogUpperQuantile(count + 1, Tail)));
}

using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Uplift;

/// <summary>The difference between two independent proportions.</summary>
public static class RateDifference
{
    /// <summary>
    /// Newcombe's interval from Wilson's for each proportion, without continuity correction ("Interval estimation for the difference between independent proportions: comparison of eleven
    /// methods", Statistics in Medicine 17, 1998, method 10).
    /// </summary>
    /// <param name="treatedHits">Responders of the treated arm, 0 to <paramref name="treatedCount"/>.</param>
    /// <param name="treatedCount">Subjects of the treated arm, 1 or more.</param>
    /// <param name="controlHits">Responders of the control arm.</param>
    /// <param name="controlCount">Subjects of the control arm, 1 or more.</param>
    public static Effect Newcombe(int treatedHits, int treatedCount, int controlHits, int controlCount)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(treatedCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(controlCount, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(treatedHits);
        ArgumentOutOfRangeException.ThrowIfNegative(controlHits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(treatedHits, treatedCount);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(controlHits, controlCount);
        double treated = (double)treatedHits / treatedCount;
        double control = (double)controlHits / controlCount;
        ConfidenceInterval one = WilsonInterval.Of(treatedHits, treatedCount);
        ConfidenceInterval other = WilsonInterval.Of(controlHits, controlCount);
        double difference = treated - control;
        return new Effect(difference, new(
            difference - Math.Sqrt(Square(treated - one.Low) + Square(other.High - control)),
            difference + Math.Sqrt(Square(one.High - treated) + Square(control - other.Low))));
    }

    /// <summary>
    /// The difference over several trials: the mean of theirs by Mantel and Haenszel's weights, the interval from theirs by recovering the variance at either end (Zou and Donner, "Construction of
    /// confidence limits about effect measures: a general approach", Statistics in Medicine 27, 2008). With one trial it is Newcombe's. Null when no trial has both arms.
    /// </summary>
    public static Effect? Over(IReadOnlyList<TrialPair> trials)
    {
        double all = trials.Sum(trial => trial.Weight);
        if (all <= 0)
        {
            return null;
        }

        double difference = 0;
        double below = 0;
        double above = 0;
        foreach (TrialPair trial in trials.Where(trial => trial.Weight > 0))
        {
            double share = trial.Weight / all;
            Effect own = Newcombe(trial.Treated.Responders, trial.Treated.Subjects, trial.Control.Responders, trial.Control.Subjects);
            difference += share * own.Estimate;
            below += Square(share * (own.Estimate - own.Interval.Low));
            above += Square(share * (own.Interval.High - own.Estimate));
        }

        return new Effect(difference, new(difference - Math.Sqrt(below), difference + Math.Sqrt(above)));
    }

    private static double Square(double value) => value * value;
}

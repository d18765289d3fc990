using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Uplift;

/// <summary>The difference between two means whose variances differ.</summary>
public static class MeanDifference
{
    /// <summary>
    /// Welch's interval ("The generalization of Student's problem when several different population variances are involved", Biometrika 34, 1947), with Satterthwaite's degrees of freedom
    /// (Biometrics Bulletin 2, 1946).
    /// </summary>
    /// <param name="treated">The treated arm, two subjects or more.</param>
    /// <param name="control">The control arm, two subjects or more.</param>
    public static Effect Welch(ArmOutcome treated, ArmOutcome control)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(treated.Subjects, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(control.Subjects, 2);
        return Over([new TrialPair(treated, control)])!.Value;
    }

    /// <summary>
    /// The difference over several trials: the mean of theirs by Mantel and Haenszel's weights, the degrees of freedom by Satterthwaite's formula over all arms. With one trial it is Welch's.
    /// Null when no trial has two subjects in both arms.
    /// </summary>
    public static Effect? Over(IReadOnlyList<TrialPair> trials)
    {
        TrialPair[] whole = [.. trials.Where(trial => trial.Treated.Subjects >= 2 && trial.Control.Subjects >= 2)];
        double all = whole.Sum(trial => trial.Weight);
        if (whole.Length == 0)
        {
            return null;
        }

        double difference = 0;
        double variance = 0;
        double under = 0;
        foreach (TrialPair trial in whole)
        {
            double share = trial.Weight / all;
            difference += share * (trial.Treated.MeanSpend - trial.Control.MeanSpend);
            foreach (ArmOutcome arm in (ArmOutcome[])[trial.Treated, trial.Control])
            {
                double part = share * share * arm.SpendVariance / arm.Subjects;
                variance += part;
                under += part * part / (arm.Subjects - 1);
            }
        }

        double half = variance <= 0 ? 0 : StudentT.Quantile(0.975, variance * variance / under) * Math.Sqrt(variance);
        return new Effect(difference, new(difference - half, difference + half));
    }
}

using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Evaluation;

/// <summary>What was known at a date, and what happened after it.</summary>
/// <param name="At">The date of the features, in days from any fixed day.</param>
/// <param name="HorizonDays">How many days after it the outcome was watched, above 0.</param>
/// <param name="Sample">The rows: features known at the date, outcomes of the days after.</param>
public sealed record EvaluationWindow(double At, double HorizonDays, BinarySample Sample)
{
    /// <summary>When the outcome is known: the date and the horizon.</summary>
    public double ClosesAt => At + HorizonDays;
}

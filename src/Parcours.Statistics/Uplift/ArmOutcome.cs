namespace Parcours.Statistics.Uplift;

/// <summary>What became of one arm of one trial, everyone drawn into it counted.</summary>
/// <param name="Subjects">How many were drawn into it.</param>
/// <param name="Responders">How many of them responded, 0 to <paramref name="Subjects"/>.</param>
/// <param name="MeanSpend">Mean net spend of each subject, responders or not; 0 without subjects.</param>
/// <param name="SpendVariance">Variance of the net spend, with n - 1 below; 0 with fewer than two subjects.</param>
public readonly record struct ArmOutcome(int Subjects, int Responders, double MeanSpend, double SpendVariance)
{
    /// <summary>The share that responded, 0 to 1; 0 without subjects.</summary>
    public double Rate => Subjects == 0 ? 0 : (double)Responders / Subjects;

    /// <summary>The outcome of some subjects.</summary>
    public static ArmOutcome Of(IEnumerable<TrialSubject> subjects)
    {
        int count = 0;
        int responders = 0;
        double mean = 0;
        double squares = 0;
        foreach (TrialSubject subject in subjects)
        {
            // Welford's update (Technometrics 4, 1962): no sum of squares to lose digits in.
            count++;
            responders += subject.Responded ? 1 : 0;
            double off = subject.Spend - mean;
            mean += off / count;
            squares += off * (subject.Spend - mean);
        }

        return new ArmOutcome(count, responders, mean, count < 2 ? 0 : squares / (count - 1));
    }
}

using System.Collections.Immutable;

namespace Parcours.Statistics.Uplift;

/// <summary>
/// What treatment did, by trials with a control arm, analysed by assignment (intention to treat): everybody counts in the arm they were drawn into, whatever they received. Arms are compared within a
/// trial, then the trials are put together, so that trials of different sizes, splits or seasons do not mix.
/// </summary>
public sealed class UpliftEstimate
{
    private UpliftEstimate(ImmutableArray<TrialPair> trials, Effect rate, Effect? spend, ImmutableArray<UpliftBand> bands)
    {
        Trials = trials;
        Rate = rate;
        Spend = spend;
        Bands = bands;
    }

    /// <summary>The arms of each trial, by its number.</summary>
    public ImmutableArray<TrialPair> Trials { get; }

    /// <summary>How many were drawn for treatment, in all.</summary>
    public int Treated => Trials.Sum(trial => trial.Treated.Subjects);

    /// <summary>How many were drawn to be left alone, in all.</summary>
    public int Control => Trials.Sum(trial => trial.Control.Subjects);

    /// <summary>The response rate of the treated, over the trials by the weights of <see cref="Rate"/>.</summary>
    public double TreatedRate => Weighted(trial => trial.Treated.Rate);

    /// <summary>The response rate of the control arms, by the same weights: the two differ by <see cref="Rate"/>.</summary>
    public double ControlRate => Weighted(trial => trial.Control.Rate);

    /// <summary>The difference of the response rates.</summary>
    public Effect Rate { get; }

    /// <summary>The difference of the net spend of a subject; null when no trial has two subjects in both arms.</summary>
    public Effect? Spend { get; }

    /// <summary>The effect by bands of the predicted probability, lowest first.</summary>
    public ImmutableArray<UpliftBand> Bands { get; }

    /// <summary>Estimates the effect.</summary>
    /// <param name="subjects">Everyone drawn, of all trials; numbers of trials start at 0.</param>
    /// <param name="bands">How many bands of equal size to cut the scores into, 1 or more; equal scores stay together.</param>
    /// <returns>The estimate; null when no trial has a subject in both arms.</returns>
    public static UpliftEstimate? Of(IReadOnlyList<TrialSubject> subjects, int bands = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bands, 1);
        ImmutableArray<TrialPair> trials = Pairs(subjects, subjects.Count == 0 ? 0 : subjects.Max(subject => subject.Trial) + 1);
        return RateDifference.Over(trials) is { } rate
            ? new UpliftEstimate(trials, rate, MeanDifference.Over(trials), ByBand(subjects, Cuts(subjects, bands), trials.Length))
            : null;
    }

    /// <summary>The effect on somebody of a predicted probability: that of its band.</summary>
    public Effect At(double score)
    {
        int band = Bands.Length - 1;
        while (band > 0 && score < Bands[band].From)
        {
            band--;
        }

        return Bands[band].Uplift;
    }

    private double Weighted(Func<TrialPair, double> of) => Trials.Sum(trial => trial.Weight * of(trial)) / Trials.Sum(trial => trial.Weight);

    private static ImmutableArray<TrialPair> Pairs(IEnumerable<TrialSubject> subjects, int trials)
    {
        ILookup<(int Trial, bool IsTreated), TrialSubject> arms = subjects.ToLookup(subject => (subject.Trial, subject.IsTreated));
        return [.. Enumerable.Range(0, trials).Select(trial => new TrialPair(ArmOutcome.Of(arms[(trial, true)]), ArmOutcome.Of(arms[(trial, false)])))];
    }

    // Scores at which bands begin, the first at 0: quantiles of everyone drawn, each once.
    private static double[] Cuts(IReadOnlyList<TrialSubject> subjects, int bands)
    {
        double[] scores = [.. subjects.Select(subject => subject.Score).Order()];
        return [0, .. Enumerable.Range(1, bands - 1).Select(band => scores[(int)((long)band * scores.Length / bands)]).Where(cut => cut > scores[0]).Distinct()];
    }

    private static ImmutableArray<UpliftBand> ByBand(IReadOnlyList<TrialSubject> subjects, double[] cuts, int trials)
    {
        ILookup<int, TrialSubject> members = subjects.ToLookup(subject => Array.FindLastIndex(cuts, cut => cut == 0 || subject.Score >= cut));
        var pairs = Enumerable.Range(0, cuts.Length).Select(band => Pairs(members[band], trials)).ToArray();
        int[] seen = [.. Enumerable.Range(0, cuts.Length).Where(band => pairs[band].Any(pair => pair.Weight > 0))];
        double[] estimates = [.. seen.Select(band => Mean(pairs[band]).Difference)];
        ImmutableArray<Effect> shrunk = BandShrinkage.Shrink(estimates, [.. seen.Select(band => Mean(pairs[band]).Variance)]);
        return [.. Enumerable.Range(0, cuts.Length).Select(band =>
        {
            // A band without one of the arms knows nothing of its own: it takes what the nearest band below or above it has.
            int place = Array.IndexOf(seen, seen.MinBy(other => Math.Abs(other - band)));
            return new UpliftBand(
                cuts[band], band + 1 < cuts.Length ? cuts[band + 1] : 1, pairs[band].Sum(pair => pair.Treated.Subjects), pairs[band].Sum(pair => pair.Control.Subjects),
                seen[place] == band ? estimates[place] : null, shrunk[place]);
        })];
    }

    private static (double Difference, double Variance) Mean(IReadOnlyList<TrialPair> pairs)
    {
        double all = pairs.Sum(pair => pair.Weight);
        double Share(TrialPair pair) => pair.Weight / all;
        return (pairs.Sum(pair => Share(pair) * pair.RateDifference), pairs.Where(pair => pair.Weight > 0).Sum(pair => Share(pair) * Share(pair) * pair.RateVariance));
    }
}

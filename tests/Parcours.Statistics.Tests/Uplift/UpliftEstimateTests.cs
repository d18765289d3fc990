using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Uplift;

public sealed class UpliftEstimateTests
{
    private const int Runs = 400;

    /// <summary>The true effect of a subject is half of its natural probability: the five bands then have known effects of their own.</summary>
    [Fact]
    public void Intervals_contain_the_truth_nineteen_times_in_twenty()
    {
        int rate = 0;
        int spend = 0;
        int bands = 0;
        int allBands = 0;
        for (int run = 0; run < Runs; run++)
        {
            List<TrialSubject> subjects = Trial(seed: run, count: 1500, uplift: score => score / 2);
            UpliftEstimate estimate = UpliftEstimate.Of(subjects)!;

            // Truth of the subjects drawn: their mean effect, 30 a response.
            double truth = subjects.Average(subject => subject.Score / 2);
            rate += Holds(estimate.Rate, truth);
            spend += Holds(estimate.Spend!.Value, 30 * truth);
            foreach (UpliftBand band in estimate.Bands)
            {
                double own = subjects.Where(subject => subject.Score >= band.From && (subject.Score < band.To || band.To == 1)).Average(subject => subject.Score / 2);
                bands += Holds(band.Uplift, own);
                allBands++;
            }
        }

        // Three standard errors of a share of 400 (or 2,000) around 0.95; shrunk intervals may hold the truth more often than that, never less.
        Assert.InRange((double)rate / Runs, 0.917, 0.983);
        Assert.InRange((double)spend / Runs, 0.917, 0.983);
        Assert.InRange((double)bands / allBands, 0.93, 1);
    }

    [Fact]
    public void Bands_shrunk_are_nearer_to_the_truth_than_bands_alone()
    {
        double shrunk = 0;
        double alone = 0;
        for (int run = 0; run < 100; run++)
        {
            foreach (UpliftBand band in UpliftEstimate.Of(Trial(seed: 1000 + run, count: 1000, uplift: _ => 0.05))!.Bands)
            {
                shrunk += Math.Pow(band.Uplift.Estimate - 0.05, 2);
                alone += Math.Pow(band.Observed!.Value - 0.05, 2);
            }
        }

        Assert.True(shrunk < 0.6 * alone, $"mean squared errors {shrunk / 500:0.000000} and {alone / 500:0.000000}");
    }

    [Fact]
    public void No_effect_is_shown_one_time_in_twenty_at_most_by_chance()
    {
        int shown = Enumerable.Range(0, Runs).Count(run => UpliftEstimate.Of(Trial(seed: 5000 + run, count: 600, uplift: _ => 0))!.Rate.IsShown);

        Assert.InRange(shown, 1, 0.083 * Runs);
    }

    [Fact]
    public void Bands_hold_everyone_once_and_a_score_is_answered_by_its_band()
    {
        List<TrialSubject> subjects = Trial(seed: 3, count: 1003, uplift: score => score / 2);

        UpliftEstimate estimate = UpliftEstimate.Of(subjects)!;

        Assert.Equal(5, estimate.Bands.Length);
        Assert.Equal((estimate.Treated, estimate.Control), (estimate.Bands.Sum(band => band.Treated), estimate.Bands.Sum(band => band.Control)));
        Assert.Equal(1003, estimate.Treated + estimate.Control);
        Assert.All(estimate.Bands, band => Assert.InRange(band.Treated + band.Control, 200, 201));
        Assert.All(estimate.Bands, band => Assert.Equal(band.Uplift, estimate.At(band.From)));
        Assert.Equal(estimate.Bands[^1].Uplift, estimate.At(1));
        Assert.Equal(estimate.Rate.Estimate, estimate.TreatedRate - estimate.ControlRate, 12);
    }

    [Fact]
    public void Equal_scores_make_one_band_and_nobody_untreated_makes_no_estimate()
    {
        UpliftEstimate estimate = UpliftEstimate.Of([.. Trial(seed: 3, count: 300, uplift: _ => 0.1).Select(subject => subject with { Score = 0.2 })])!;

        UpliftBand band = Assert.Single(estimate.Bands);
        Assert.Equal(estimate.Rate.Estimate, band.Uplift.Estimate, 12);
        Assert.Null(UpliftEstimate.Of([]));
        Assert.Null(UpliftEstimate.Of([new TrialSubject(0, true, 0.5, true, 10), new TrialSubject(0, true, 0.5, false, 0)]));
    }

    private static int Holds(Effect effect, double truth) => effect.Interval.Low <= truth && truth <= effect.Interval.High ? 1 : 0;

    // Scores are the true probabilities without treatment; a response brings 30 on average.
    private static List<TrialSubject> Trial(int seed, int count, Func<double, double> uplift)
    {
        var random = new SeededRandom((ulong)seed + 1);
        var subjects = new List<TrialSubject>(count);
        for (int i = 0; i < count; i++)
        {
            double score = 0.02 + (0.4 * random.NextDouble());
            bool treated = random.NextDouble() < 0.6;
            bool responded = random.NextDouble() < score + (treated ? uplift(score) : 0);
            subjects.Add(new TrialSubject(i % 2, treated, score, responded, responded ? 60 * random.NextDouble() : 0));
        }

        return subjects;
    }
}

using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Peaks;

public sealed class RatePeaksTests(ITestOutputHelper output)
{
    private const int Weeks = 78;

    [Theory]
    [InlineData(0.02, 0, 0)]      // constant
    [InlineData(0.08, -0.6, 0)]   // falling as a power of time
    [InlineData(0.05, 0.3, -0.05)] // rising, then falling
    public void Series_without_peak_gives_none_in_about_95_percent_of_seeds(double level, double power, double slope)
    {
        const int seeds = 100;
        int wrong = 0;
        for (int seed = 0; seed < seeds; seed++)
        {
            (long[] events, double[] exposure) = Series((ulong)seed, 3000, week => level * Math.Pow(week, power) * Math.Exp(slope * week));
            wrong += RatePeaks.AboveSmooth(events, exposure, new PeakOptions(Simulations: 199)).Peaks.IsEmpty ? 0 : 1;
        }

        output.WriteLine($"{wrong} of {seeds} seeds (0 to {seeds - 1}) gave a peak");
        Assert.InRange(wrong, 0, 12); // 5 % of 100 is 5; more than 12 has a chance of 0.15 %
    }

    [Fact]
    public void Peak_planted_in_weeks_5_to_7_is_found_there()
    {
        int found = 0;
        for (ulong seed = 0; seed < 20; seed++)
        {
            (long[] events, double[] exposure) = Series(seed, 3000, week => 0.03 * Math.Pow(week, -0.3) * (week is >= 5 and <= 7 ? 2.1 : 1));
            PeakSearch search = RatePeaks.AboveSmooth(events, exposure);
            RatePeak? peak = search.Peaks.FirstOrDefault();
            output.WriteLine($"seed {seed}: {peak}");
            if (peak is { First: >= 3 and <= 5, Last: >= 5 and <= 7 })
            {
                found++;
                Assert.InRange(peak.Ratio, 1.4, 3.2);
                Assert.InRange(peak.Probability, 0, 0.05);
            }
        }

        Assert.InRange(found, 18, 20);
    }

    [Fact]
    public void Two_peaks_are_both_found()
    {
        (long[] events, double[] exposure) = Series(1, 6000, week => 0.02 * (week is >= 12 and <= 13 or >= 50 and <= 53 ? 2.5 : 1));
        PeakSearch search = RatePeaks.AboveSmooth(events, exposure);
        Assert.Equal([(11, 12), (49, 52)], search.Peaks.Select(peak => (peak.First, peak.Last)).Order());
    }

    [Fact]
    public void Peak_from_the_first_week_is_found_above_what_others_foresee()
    {
        (long[] events, double[] exposure) = Series(3, 800, week => 0.02 * (week <= 4 ? 3 : 1));
        double[] expected = [.. exposure.Select(time => 0.02 * time)];
        RatePeak peak = Assert.Single(RatePeaks.Above(events, exposure, expected).Peaks);
        Assert.Equal((0, 3), (peak.First, peak.Last));
        Assert.InRange(peak.Interval.Low, 1, peak.Ratio);
    }

    [Fact]
    public void Fall_after_a_high_start_is_no_peak()
    {
        // A first week far above a power of time: what follows lies above the curve, and still only falls.
        (long[] events, double[] exposure) = Series(5, 20_000, week => week == 1 ? 0.06 : 0.05 * Math.Pow(week, -0.7));
        Assert.DoesNotContain(RatePeaks.AboveSmooth(events, exposure).Peaks, peak => peak.First < 6);
    }

    [Fact]
    public void Series_too_poor_is_refused()
    {
        double[] exposure = [.. Enumerable.Repeat(100.0, 20)];
        Assert.Equal(PeakRefusal.TooFewEvents, RatePeaks.AboveSmooth([.. Enumerable.Repeat(2L, 20)], exposure).Refusal);
        Assert.Equal(PeakRefusal.TooFewPeriods, RatePeaks.AboveSmooth([100, 100], [1000, 1000]).Refusal);
    }

    [Fact]
    public void Same_series_gives_the_same_answer()
    {
        (long[] events, double[] exposure) = Series(7, 2000, week => 0.03 * (week == 20 ? 3 : 1));
        PeakSearch one = RatePeaks.AboveSmooth(events, exposure);
        PeakSearch other = RatePeaks.AboveSmooth(events, exposure);
        Assert.Equal(one.Peaks, other.Peaks);
        Assert.Equal(one.Expected, other.Expected);
    }

    [Fact]
    public void Counts_that_scatter_more_than_chance_make_no_peak()
    {
        int wrong = 0;
        for (ulong seed = 0; seed < 40; seed++)
        {
            var random = new SeededRandom(seed);
            long[] events = [.. Enumerable.Range(0, Weeks).Select(_ => (long)random.NextPoisson(random.NextGamma(25, 0.25)))]; // mean 100, variance 500
            PeakSearch search = RatePeaks.AboveSmooth(events, [.. Enumerable.Repeat(1000.0, Weeks)]);
            wrong += search.Peaks.IsEmpty ? 0 : 1;
        }

        output.WriteLine($"{wrong} of 40 seeds gave a peak");
        Assert.InRange(wrong, 0, 8);
    }

    [Fact]
    public void Rate_has_the_exact_interval_of_its_count()
    {
        // Garwood 1936: a count of 10 lies within 4.795 and 18.390, a count of 0 below 3.689.
        ConfidenceInterval ten = Assert.NotNull(new PoissonRate(10, 1).Interval);
        Assert.Equal((4.795, 18.390), (Math.Round(ten.Low, 3), Math.Round(ten.High, 3)));
        ConfidenceInterval none = Assert.NotNull(new PoissonRate(0, 2).Interval);
        Assert.Equal((0, 1.844), (none.Low, Math.Round(none.High, 3)));
        Assert.Null(new PoissonRate(0, 0).Value);
    }

    [Fact]
    public void Ratio_of_rates_covers_what_it_should()
    {
        var random = new SeededRandom(11);
        int covered = 0;
        const int draws = 500;
        for (int i = 0; i < draws; i++)
        {
            // 1.5 times the usual, which itself is counted over four times the exposure.
            int usual = random.NextPoisson(400);
            var ratio = RateRatio.Of(random.NextPoisson(150), usual / 4.0, usual);
            covered += ratio.Interval is { } interval && interval.Low <= 1.5 && interval.High >= 1.5 ? 1 : 0;
        }

        output.WriteLine($"seed 11: {covered} of {draws} intervals hold the ratio");
        Assert.InRange(covered / (double)draws, 0.925, 0.975);
        Assert.Null(RateRatio.Of(9, 20, 100).Value);
    }

    [Fact]
    public void Corrected_chances_are_those_of_benjamini_and_hochberg()
    {
        // p.adjust(c(0.01, 0.04, 0.03, 0.5), "BH") in R.
        double[] corrected = ManyTests.Corrected([0.01, 0.04, 0.03, 0.5]);
        double[] reference = [0.04, 0.053333333333, 0.053333333333, 0.5];
        Assert.All(corrected.Zip(reference), pair => Assert.Equal(pair.Second, pair.First, 9));
    }

    /// <summary>Customers who leave by a weekly hazard, a tenth of a percent of them unseen after each week.</summary>
    private static (long[] Events, double[] Exposure) Series(ulong seed, int customers, Func<int, double> hazard)
    {
        var random = new SeededRandom(seed, 77);
        long[] events = new long[Weeks];
        double[] exposure = new double[Weeks];
        int atRisk = customers;
        for (int week = 1; week <= Weeks; week++)
        {
            exposure[week - 1] = atRisk;
            int left = random.NextBinomial(atRisk, 1 - Math.Exp(-hazard(week)));
            events[week - 1] = left;
            atRisk = Math.Max(50, atRisk - left);
        }

        return (events, exposure);
    }
}

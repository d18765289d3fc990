using System.Globalization;
using Parcours.Statistics.Transactions;

namespace Parcours.Statistics.Opportunities;

public sealed class BgBbTests
{
    private const double LogLikelihoodTolerance = 0.01;
    private const double ParameterTolerance = 0.001;
    private const double PredictionTolerance = 0.001;

    [Fact]
    public void Fit_on_the_donations_gives_the_published_figures()
    {
        OpportunityFit fit = BgBb.Fit(Donations());

        Assert.True(fit.Converged);
        Assert.Empty(fit.Warnings);
        Assert.Equal(11_104, fit.Customers);
        Assert.Equal(-33225.58, fit.LogLikelihood, LogLikelihoodTolerance);
        Near(1.2035, fit.Model!.Alpha, ParameterTolerance);
        Near(0.7498, fit.Model.Beta, ParameterTolerance);
        Near(0.6567, fit.Model.Gamma, ParameterTolerance);
        Near(2.7834, fit.Model.Delta, ParameterTolerance);
        Assert.All(fit.StandardErrors, error => Assert.InRange(error, 0.001, 0.5));
    }

    [Fact]
    public void Expected_donations_of_the_next_five_years_are_the_published_ones()
    {
        OpportunitySummary[] donors = Donations();
        BgBbModel model = BgBb.Fit(donors).Model!;

        Near(12_884, donors.Sum(donor => model.ExpectedPurchases(donor, 5)), PredictionTolerance);
    }

    [Fact]
    public void Gradient_is_the_slope_of_the_likelihood()
    {
        var likelihood = new BgBbLikelihood(new BgBbModel(1.2, 0.7, 0.6, 2.8).Simulate([.. Enumerable.Range(0, 300).Select(i => i % 12)], seed: 1));
        double[] point = [0.4, -0.3, 0.2, 0.9];
        var gradient = new double[4];
        likelihood.Evaluate(point, gradient);

        double[] slopes = Slopes.Of((at, into) => likelihood.Evaluate(at, into), point);
        for (int i = 0; i < point.Length; i++)
        {
            Near(slopes[i], gradient[i], 1e-6);
        }
    }

    [Fact]
    public void Grouped_likelihood_is_the_sum_of_the_customers()
    {
        var model = new BgBbModel(1.2, 0.7, 0.6, 2.8);
        OpportunitySummary[] drawn = model.Simulate([.. Enumerable.Range(0, 300).Select(i => i % 12)], seed: 2);

        double grouped = new BgBbLikelihood(drawn).Evaluate([Math.Log(1.2), Math.Log(0.7), Math.Log(0.6), Math.Log(2.8)], new double[4]);

        Near(drawn.Sum(model.LogLikelihood), grouped, 1e-11);
    }

    [Fact]
    public void Intervals_of_the_parameters_hold_the_truth_on_simulated_bases()
    {
        var truth = new BgBbModel(1.2, 0.75, 0.66, 2.8);
        int[] opportunities = [.. Enumerable.Repeat(8, 4000)];
        const int Bases = 20;
        int held = 0;
        for (ulong seed = 1; seed <= Bases; seed++)
        {
            OpportunityFit fit = BgBb.Fit(truth.Simulate(opportunities, seed));
            Assert.True(fit.Converged, $"seed {seed}");
            for (int i = 0; i < 4; i++)
            {
                held += Math.Abs(fit.Model!.Parameters[i] - truth.Parameters[i]) <= 1.96 * fit.StandardErrors[i] ? 1 : 0;
            }
        }

        // 80 intervals of 95 %, four to a base: fewer than 66 would happen less than once in a thousand, even were the four of a base one.
        TestContext.Current.TestOutputHelper?.WriteLine($"seeds 1 to {Bases}: {held} of {4 * Bases}");
        Assert.InRange(held, 66, 80);
    }

    [Fact]
    public void Base_without_a_purchase_gives_no_model() =>
        Assert.Equal([FitWarning.NoRepeatPurchase], BgBb.Fit([new OpportunitySummary(0, 0, 6), new OpportunitySummary(0, 0, 2)]).Warnings);

    [Fact]
    public void Base_without_an_opportunity_gives_no_model() =>
        Assert.Equal([FitWarning.NoCustomers], BgBb.Fit([new OpportunitySummary(0, 0, 0)]).Warnings);

    [Fact]
    public void Base_where_everybody_always_buys_is_told()
    {
        OpportunityFit fit = BgBb.Fit([.. Enumerable.Repeat(new OpportunitySummary(6, 6, 6), 100)]);

        Assert.Contains(FitWarning.BoundaryOptimum, fit.Warnings);
        Assert.Equal(5, fit.Model!.ExpectedPurchases(new OpportunitySummary(6, 6, 6), 5), 0.1);
    }

    [Fact]
    public void Impossible_history_is_a_fault() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BgBb.Fit([new OpportunitySummary(3, 2, 6)]));

    internal static OpportunitySummary[] Donations() =>
    [
        .. File.ReadLines(TestFile.Required("donations.csv")).Skip(1)
            .Select(line => line.Split(',').Select(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ToArray())
            .SelectMany(cell => Enumerable.Repeat(new OpportunitySummary(cell[0], cell[1], cell[2]), cell[3])),
    ];

    private static void Near(double expected, double actual, double relative) => Assert.Equal(expected, actual, Math.Abs(expected) * relative);
}

using Parcours.Statistics.Spend;
using Parcours.Statistics.Transactions;

namespace Parcours.Statistics.Tracking;

public sealed class TrackingSeriesTests
{
    private static readonly BgNbd _model = new(0.2425945, 4.4136019, 0.7929199, 2.4258881);

    [Fact]
    public void Series_is_the_sum_over_customers()
    {
        double[] births = [0, 1 / 7.0, 1 / 7.0, 3.5, 200, -2];

        double[] series = TrackingSeries.Expected(_model, births, step: 1, periods: 6);

        for (int period = 0; period < 6; period++)
        {
            double sum = births.Where(birth => birth < period + 1).Sum(birth => _model.ExpectedPurchasesOfNew(period + 1 - birth));
            Assert.Equal(sum, series[period], 1e-8);
        }
    }

    [Fact]
    public void Increments_add_up_to_the_series()
    {
        double[] series = TrackingSeries.Expected(_model, [0, 0.5, 2], step: 0.5, periods: 12);

        Assert.Equal(series[^1], TrackingSeries.Increments(series).Sum(), 1e-12);
    }

    [Fact]
    public void Cdnow_sample_is_tracked_within_a_few_percent_at_the_end_of_calibration()
    {
        CdnowSpend cdnow = CdnowSpend.Read("cdnow-sample.csv");

        double[] series = TrackingSeries.Expected(_model, cdnow.Births, step: 1, periods: 39);

        int actual = cdnow.Purchases.Sum(customer => customer.Frequency);
        TestContext.Current.TestOutputHelper?.WriteLine($"expected {series[38]:F1}, actual {actual}");
        Assert.InRange(series[38] / actual, 0.97, 1.03);
    }

    [Fact]
    public void Arguments_outside_their_range_are_faults()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TrackingSeries.Expected(_model, [], 0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => TrackingSeries.Expected(_model, [double.NaN], 1, 3));
        Assert.Empty(TrackingSeries.Expected(_model, [1], 1, 0));
    }
}

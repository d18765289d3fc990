namespace Parcours.Statistics.Measures;

public sealed class AreaUnderCurveTests
{
    private const double Exact = 1e-15;

    // R prints ten digits.
    private const double Printed = 1e-9;

    [Fact]
    public void Area_counts_pairs_won_and_ties_as_half()
    {
        // Positives .35, .8 against negatives .1, .4: three pairs of four won.
        Assert.Equal(0.75, AreaUnderCurve.Compute([0.1, 0.4, 0.35, 0.8], [false, false, true, true])!.Value, Exact);

        // One tie of two pairs.
        Assert.Equal(0.75, AreaUnderCurve.Compute([0.3, 0.3, 0.1], [true, false, false])!.Value, Exact);
    }

    // Turck et al., Intensive Care Medicine 36 (2010), as shipped with pROC (Robin et al., BMC Bioinformatics 12, 2011); roc() and ci.auc() of pROC 1.18 in R 4.2.
    [Fact]
    public void Subarachnoid_haemorrhage_gives_the_published_area_and_interval()
    {
        AreaUnderCurve area = AreaUnderCurve.Compute(Haemorrhage.S100B, Haemorrhage.PoorOutcome)!;

        Assert.Equal(41, area.Positives);
        Assert.Equal(72, area.Negatives);
        Assert.Equal(0.7313686, area.Value, 5e-8);
        Assert.Equal(0.05165929207, area.StandardError!.Value, Printed);
        Assert.Equal(0.6301182, area.Interval!.Value.Low, 5e-8);
        Assert.Equal(0.8326189, area.Interval!.Value.High, 5e-8);
    }

    [Fact]
    public void Order_of_rows_changes_nothing()
    {
        double[] scores = [.. Haemorrhage.S100B.Reverse()];
        bool[] outcomes = [.. Haemorrhage.PoorOutcome.Reverse()];

        Assert.Equal(AreaUnderCurve.Compute(Haemorrhage.S100B, Haemorrhage.PoorOutcome)!.Value, AreaUnderCurve.Compute(scores, outcomes)!.Value);
    }

    [Fact]
    public void Constant_score_is_worth_a_half() =>
        Assert.Equal(0.5, AreaUnderCurve.Compute([7, 7, 7, 7], [true, false, true, false])!.Value, Exact);

    [Fact]
    public void Perfect_order_has_no_interval_rather_than_one_without_width()
    {
        AreaUnderCurve area = AreaUnderCurve.Compute([1, 2, 3, 4], [false, false, true, true])!;

        Assert.Equal(1, area.Value);
        Assert.Null(area.StandardError);
        Assert.Null(area.Interval);
    }

    [Fact]
    public void One_row_of_a_class_has_an_area_and_no_interval()
    {
        AreaUnderCurve area = AreaUnderCurve.Compute([1, 2, 3], [false, true, false])!;

        Assert.Equal(0.5, area.Value, Exact);
        Assert.Null(area.Interval);
    }

    [Fact]
    public void One_class_or_no_rows_has_no_area()
    {
        Assert.Null(AreaUnderCurve.Compute([1, 2], [true, true]));
        Assert.Null(AreaUnderCurve.Compute([1, 2], [false, false]));
        Assert.Null(AreaUnderCurve.Compute([], []));
    }

    [Fact]
    public void Score_that_is_no_number_names_its_row() =>
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => AreaUnderCurve.Compute([1, double.NaN], [true, false])).Message, StringComparison.Ordinal);
}

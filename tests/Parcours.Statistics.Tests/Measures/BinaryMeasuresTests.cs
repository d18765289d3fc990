namespace Parcours.Statistics.Measures;

public sealed class BinaryMeasuresTests
{
    [Fact]
    public void Line_holds_what_each_measure_says()
    {
        double[] probabilities = [.. Haemorrhage.S100B.Select(level => Math.Min(1, level))];

        BinaryMeasures measures = BinaryMeasures.Compute(probabilities, Haemorrhage.PoorOutcome)!;

        Assert.Equal(113, measures.Rows);
        Assert.Equal(41, measures.Positives);
        Assert.Equal(0.7313686, measures.Area!.Value, 5e-8);
        Assert.Equal(ProbabilityScores.LogLoss(probabilities, Haemorrhage.PoorOutcome), measures.LogLoss);
        Assert.Equal(ProbabilityScores.Brier(probabilities, Haemorrhage.PoorOutcome), measures.Brier);
        Assert.Equal(CalibrationCurve.Compute(probabilities, Haemorrhage.PoorOutcome)!.Error, measures.CalibrationError);
        Assert.Equal(LiftTable.Compute(probabilities, Haemorrhage.PoorOutcome)!.TopDecileCapture, measures.TopDecileCapture);
    }

    [Fact]
    public void One_class_has_no_area_and_keeps_the_rest()
    {
        BinaryMeasures measures = BinaryMeasures.Compute([0.1, 0.2], [false, false])!;

        Assert.Null(measures.Area);
        Assert.Null(measures.TopDecileCapture);
        Assert.Equal(0.025, measures.Brier, 1e-12);
    }

    [Fact]
    public void No_rows_have_no_measures() => Assert.Null(BinaryMeasures.Compute([], []));
}

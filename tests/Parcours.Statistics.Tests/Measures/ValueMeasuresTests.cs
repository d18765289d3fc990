namespace Parcours.Statistics.Measures;

public sealed class ValueMeasuresTests
{
    private const double Exact = 1e-12;

    [Fact]
    public void Errors_are_means_over_rows()
    {
        ValueMeasures measures = ValueMeasures.Compute([2.5, 0, 2, 8], [3, -0.5, 2, 7])!;

        Assert.Equal(0.5, measures.MeanAbsoluteError, Exact);
        Assert.Equal(Math.Sqrt(0.375), measures.RootMeanSquaredError, Exact);
        Assert.Equal(0.25, measures.Bias, Exact);
        Assert.Equal(1, measures.Spearman!.Value, Exact);
    }

    // Ten people's IQ against hours of television a week, the worked example of Wikipedia's page on Spearman's coefficient: rho = -29/165.
    [Fact]
    public void Spearman_of_the_worked_example_is_minus_29_over_165() =>
        Assert.Equal(
            -29.0 / 165,
            ValueMeasures.Compute([106, 86, 100, 101, 99, 103, 97, 113, 112, 110], [7, 0, 27, 50, 28, 29, 20, 12, 6, 17])!.Spearman!.Value,
            Exact);

    // scipy 1.10: spearmanr([1, 2, 2, 3], [1, 3, 2, 4]) = 0.9486832980505138.
    [Fact]
    public void Ties_have_their_mean_rank() =>
        Assert.Equal(0.9486832980505138, ValueMeasures.Compute([1, 2, 2, 3], [1, 3, 2, 4])!.Spearman!.Value, Exact);

    [Fact]
    public void Constant_side_has_no_rank_correlation() => Assert.Null(ValueMeasures.Compute([1, 1, 1], [1, 2, 3])!.Spearman);

    [Fact]
    public void No_rows_have_no_measures() => Assert.Null(ValueMeasures.Compute([], []));
}

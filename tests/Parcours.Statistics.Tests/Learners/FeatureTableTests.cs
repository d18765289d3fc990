namespace Parcours.Statistics.Learners;

public sealed class FeatureTableTests
{
    [Fact]
    public void Column_keeps_the_array_it_is_given()
    {
        float[] values = [1, 2, float.NaN];

        FeatureColumn column = FeatureColumn.Number("age", values);
        values[0] = 7;

        Assert.Equal(7, column.Values.Span[0]);
    }

    [Fact]
    public void Rows_are_taken_in_the_order_asked()
    {
        var table = new FeatureTable(FeatureColumn.Number("age", new float[] { 10, 20, 30 }), FeatureColumn.Category("country", new float[] { 0, 1, 0 }));

        FeatureTable taken = table.Take([2, 0, 2]);

        Assert.Equal(3, taken.RowCount);
        Assert.Equal([30f, 10f, 30f], taken["age"].Values.ToArray());
        Assert.Equal(FeatureKind.Category, taken["country"].Kind);
    }

    [Fact]
    public void Infinite_number_and_code_that_is_no_code_are_bugs()
    {
        Assert.Throws<ArgumentException>(() => FeatureColumn.Number("age", new[] { float.PositiveInfinity }));
        Assert.Throws<ArgumentException>(() => FeatureColumn.Category("country", new[] { 0.5f }));
        Assert.Throws<ArgumentException>(() => FeatureColumn.Category("country", new[] { -1f }));
    }

    [Fact]
    public void Columns_of_two_lengths_or_of_one_name_are_bugs()
    {
        FeatureColumn age = FeatureColumn.Number("age", new float[2]);

        Assert.Throws<ArgumentException>(() => new FeatureTable());
        Assert.Throws<ArgumentException>(() => new FeatureTable(age, FeatureColumn.Number("size", new float[3])));
        Assert.Throws<ArgumentException>(() => new FeatureTable(age, FeatureColumn.Number("age", new float[2])));
        Assert.Throws<ArgumentException>(() => new FeatureTable(age)["size"]);
    }

    [Fact]
    public void Sample_takes_outcomes_and_weights_along()
    {
        var sample = new BinarySample(new(FeatureColumn.Number("age", new float[] { 1, 2 })), [true, false], [3, 4]);

        BinarySample taken = sample.Take([1]);

        Assert.Equal([false], taken.Outcomes);
        Assert.Equal([4.0], taken.Weights!);
        Assert.Throws<ArgumentException>(() => new BinarySample(sample.Features, [true]));
        Assert.Throws<ArgumentException>(() => new BinarySample(sample.Features, [true, false], [1, double.NaN]));
    }

    [Fact]
    public void Explanation_names_the_strongest_reasons_first()
    {
        var explanation = new Explanation(-1, [new("a", 0.2), new("b", -0.7), new("c", 0), new("d", 0.3)]);

        Assert.Equal(-1.2, explanation.Score, 1e-12);
        Assert.Equal(["b", "d"], explanation.Main(2).Select(reason => reason.Feature));
        Assert.Equal(3, explanation.Main(10).Length);
    }
}

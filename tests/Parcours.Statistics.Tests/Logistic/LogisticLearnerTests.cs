using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Logistic;

public sealed class LogisticLearnerTests
{
    // R prints ten digits.
    private const double Printed = 1e-8;

    // scikit-learn's own solvers agree to this.
    private const double Solver = 2e-7;

    private static readonly LogisticLearner _plain = new(new() { L2 = 0 });

    // Twenty students: hours of study, and who passed; the worked example of Wikipedia's page on logistic regression, whose coefficients are 1.5046 and -4.0777 with standard
    // errors 0.6287 and 1.7610. glm() of R 4.2 gives the further digits.
    [Fact]
    public void Hours_of_study_give_the_published_coefficients()
    {
        LogisticModel model = _plain.Fit(Students()).Model!;

        Assert.Equal(-4.077713431, model.Intercept, Printed);
        Assert.Equal(1.7609943141, model.InterceptStandardError, 1e-6);
        Assert.Equal(1.504645428, model.Coefficients[0].Estimate, Printed);
        Assert.Equal(0.6287208459, model.Coefficients[0].StandardError, 1e-6);
        Assert.Equal(-8.029878464, model.LogLikelihood, Printed);
    }

    // The passengers of the Titanic by class, sex and age, one row a cell with its count as weight (Dawson, "The 'unusual episode' data revisited", Journal of Statistics
    // Education 3, 1995): glm() of R 4.2, the crew as the reference.
    [Fact]
    public void Titanic_by_class_sex_and_age_gives_what_glm_gives()
    {
        LogisticModel model = _plain.Fit(Titanic.Sample).Model!;

        Assert.Equal(
            ["class = 3", "class = 1", "class = 2", "female", "adult"],
            model.Coefficients.Select(coefficient => coefficient.Term));
        Near([-0.9200860627, 0.8576761554, -0.1604187963, 2.4200603461, -1.0615423765], model.Coefficients.Select(term => term.Estimate), Printed);
        Near([0.1485864921, 0.1573389107, 0.1737865412, 0.1404101217, 0.2440257086], model.Coefficients.Select(term => term.StandardError), 1e-6);
        Assert.Equal(-0.1723567024, model.Intercept, Printed);
        Assert.Equal(-1105.030553, model.LogLikelihood, 5e-7);
    }

    [Fact]
    public void Weight_counts_as_rows_repeated()
    {
        BinarySample cells = Titanic.Sample;
        int[] people = [.. Enumerable.Range(0, cells.Outcomes.Length).SelectMany(cell => Enumerable.Repeat(cell, (int)cells.Weights![cell]))];
        var everyone = new BinarySample(cells.Features.Take(people), [.. people.Select(cell => cells.Outcomes[cell])]);

        Near(
            _plain.Fit(cells).Model!.Coefficients.Select(term => term.Estimate),
            _plain.Fit(everyone).Model!.Coefficients.Select(term => term.Estimate),
            Printed);
    }

    // scikit-learn 1.2: LogisticRegression(C=1) on standardised hours: 1.398124, intercept 0.038848.
    [Fact]
    public void Penalty_shrinks_as_it_does_in_scikit_learn()
    {
        LogisticModel model = new LogisticLearner(new() { L2 = 1 }).Fit(Students()).Model!;

        Assert.Equal(1.3981240, model.Coefficients[0].Standardised, Solver);
        Assert.Equal(0.0388476, model.Explain(Students().Features, 0).Start, Solver);
    }

    [Fact]
    public void Contributions_add_up_to_the_log_odds_of_the_probability()
    {
        LogisticModel model = new LogisticLearner().Fit(Titanic.Sample).Model!;
        double[] probabilities = model.Predict(Titanic.Sample.Features);

        for (int row = 0; row < probabilities.Length; row++)
        {
            Explanation explanation = model.Explain(Titanic.Sample.Features, row);
            Assert.Equal(["class", "female", "adult"], explanation.Contributions.Select(part => part.Feature));
            Assert.Equal(Math.Log(probabilities[row] / (1 - probabilities[row])), explanation.Score, 1e-10);
        }
    }

    [Fact]
    public void Missing_number_has_a_term_of_its_own()
    {
        // Among those whose income is unknown three in four bought; income itself says nothing.
        float[] income = [float.NaN, float.NaN, float.NaN, float.NaN, 1, 2, 1, 2];
        var sample = new BinarySample(new(FeatureColumn.Number("income", income)), [true, true, true, false, true, true, false, false]);

        LogisticModel model = _plain.Fit(sample).Model!;

        Assert.Equal("income missing", model.Coefficients[1].Term);
        Assert.Equal(Math.Log(3), model.Coefficients[1].Estimate, Printed);
        Assert.Equal(0.75, model.Predict(sample.Features)[0], Printed);
    }

    [Fact]
    public void Code_never_seen_counts_as_the_commonest()
    {
        LogisticModel model = _plain.Fit(Titanic.Sample).Model!;
        var strangers = new FeatureTable(
            FeatureColumn.Category("class", new float[] { 0, 9 }), FeatureColumn.Number("female", new float[2]), FeatureColumn.Number("adult", new float[2]));

        double[] probabilities = model.Predict(strangers);

        Assert.Equal(probabilities[0], probabilities[1]);
    }

    [Fact]
    public void Separated_outcome_is_refused_without_a_penalty_and_learnt_with_one()
    {
        var sample = new BinarySample(new(FeatureColumn.Number("age", new float[] { 1, 2, 3, 4, 5, 6 })), [false, false, false, true, true, true]);

        Assert.Equal(LearningRefusal.Separated, _plain.Fit(sample).Refusal);
        Assert.True(new LogisticLearner().Fit(sample).Model!.Coefficients[0].Estimate > 0);
    }

    [Fact]
    public void Code_that_always_has_the_outcome_is_refused_without_a_penalty()
    {
        var sample = new BinarySample(
            new(FeatureColumn.Category("country", new float[] { 0, 0, 0, 0, 0, 1, 1, 1 })), [false, false, true, true, false, true, true, true]);

        Assert.Equal(LearningRefusal.Separated, _plain.Fit(sample).Refusal);
    }

    [Fact]
    public void Features_that_say_the_same_are_refused_without_a_penalty_and_share_with_one()
    {
        float[] hours = [.. Students().Features["hours"].Values.ToArray()];
        var sample = new BinarySample(
            new(FeatureColumn.Number("hours", hours), FeatureColumn.Number("minutes", hours.Select(hour => hour * 64).ToArray())), Students().Outcomes);

        Assert.Equal(LearningRefusal.Collinear, _plain.Fit(sample).Refusal);
        LogisticModel model = new LogisticLearner().Fit(sample).Model!;
        Assert.Equal(model.Coefficients[0].Standardised, model.Coefficients[1].Standardised, Printed);
    }

    [Fact]
    public void Feature_that_never_changes_is_left_out_and_adds_nothing()
    {
        var sample = new BinarySample(
            new([.. Students().Features.Columns, FeatureColumn.Number("constant", Enumerable.Repeat(0.1f, 20).ToArray())]), Students().Outcomes);

        LogisticModel model = _plain.Fit(sample).Model!;

        Assert.Equal(["hours"], model.Coefficients.Select(term => term.Term));
        Assert.Equal(0, model.Explain(sample.Features, 0).Contributions[1].Amount);
    }

    [Fact]
    public void Nothing_to_learn_from_is_said()
    {
        Assert.Equal(LearningRefusal.NoRows, _plain.Learn(new(new(FeatureColumn.Number("age", Array.Empty<float>())), [])).Refusal);
        Assert.Equal(LearningRefusal.NoRows, _plain.Learn(new(new(FeatureColumn.Number("age", new float[1])), [true], [0])).Refusal);
        Assert.Equal(LearningRefusal.OneClass, _plain.Learn(new(new(FeatureColumn.Number("age", new float[2])), [true, true])).Refusal);
    }

    [Fact]
    public void Model_is_the_same_on_any_number_of_threads()
    {
        int[] rows = [.. Enumerable.Range(0, 50_000).Select(row => row % 20)];
        BinarySample sample = Students().Take(rows);

        LogisticModel one = new LogisticLearner(new() { Threads = 1 }).Fit(sample).Model!;
        LogisticModel four = new LogisticLearner(new() { Threads = 4 }).Fit(sample).Model!;

        Assert.Equal(one.Coefficients[0], four.Coefficients[0]);
        Assert.Equal(one.Intercept, four.Intercept);
    }

    [Fact]
    public void Single_feature_keeps_the_order_of_that_feature()
    {
        BinarySample sample = Titanic.Sample;
        IBinaryModel model = new SingleFeatureLearner("female").Learn(sample).Model!;

        double[] probabilities = model.Predict(sample.Features);

        Assert.Equal("female alone", new SingleFeatureLearner("female").Name);
        Assert.Equal(2, probabilities.Distinct().Count());
        Assert.Equal(["female"], model.Explain(sample.Features, 0).Contributions.Select(part => part.Feature));
    }

    private static void Near(IEnumerable<double> expected, IEnumerable<double> actual, double tolerance) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, tolerance));

    private static BinarySample Students() => new(
        new(FeatureColumn.Number("hours", new float[] { 0.5f, 0.75f, 1, 1.25f, 1.5f, 1.75f, 1.75f, 2, 2.25f, 2.5f, 2.75f, 3, 3.25f, 3.5f, 4, 4.25f, 4.5f, 4.75f, 5, 5.5f })),
        [false, false, false, false, false, false, true, false, true, false, true, false, true, false, true, true, true, true, true, true]);
}

using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Survival;

public sealed class CoxRegressionTests
{
    // R prints ten digits or more.
    private const double Printed = 1e-8;

    // Ages are held as 32-bit floats.
    private const double SinglePrecision = 1e-6;

    private static readonly double[] _days =
        [59, 115, 156, 421, 431, 448, 464, 475, 477, 563, 638, 744, 769, 770, 803, 855, 1040, 1106, 1129, 1206, 1227, 268, 329, 353, 365, 377];

    private static readonly bool[] _died = [.. "11101011011000000000011110".Select(letter => letter == '1')];

    private static readonly FeatureTable _patients = new(
        FeatureColumn.Number("age", new[]
        {
            72.3315f, 74.4932f, 66.4658f, 53.3644f, 50.3397f, 56.4301f, 56.937f, 59.8548f, 64.1753f, 55.1781f, 56.7562f, 50.1096f, 59.6301f, 57.0521f, 39.2712f, 43.1233f,
            38.8932f, 44.6f, 53.9068f, 44.2055f, 59.589f, 74.5041f, 43.137f, 63.2192f, 64.4247f, 58.3096f,
        }),
        FeatureColumn.Number("treatment", Digits("11121122121222111122211222")),
        FeatureColumn.Number("residual", Digits("22222122211122112112122121")),
        FeatureColumn.Number("status", Digits("11211222122121122111221211")));

    // Placebo against 6-MP: 1.57 with Efron's ties (Kleinbaum and Klein, "Survival Analysis", chapter 3); 1.57212514883, standard error 0.412396717709, log-likelihood -85.008424577372
    // from -93.184269996848: coxph() of the survival package 3.5 in R 4.2. (Breslow's ties would give 1.509.)
    [Fact]
    public void Remissions_give_the_published_coefficient()
    {
        CoxModel model = CoxRegression.Fit(
            new(FeatureColumn.Number("placebo", Enumerable.Range(0, 42).Select(row => row < 21 ? 0f : 1).ToArray())),
            [.. Leukaemia.TreatedWeeks, .. Leukaemia.PlaceboWeeks],
            [.. Leukaemia.TreatedEnded, .. Leukaemia.PlaceboEnded]).Model!;

        Coefficient placebo = Assert.Single(model.Coefficients);
        Assert.Equal(1.57212514883, placebo.Estimate, Printed);
        Assert.Equal(0.412396717709, placebo.StandardError, Printed);
        Assert.Equal(-85.008424577372, model.LogLikelihood, Printed);
        Assert.Equal(-93.184269996848, model.NullLogLikelihood, Printed);
        Assert.Equal(30, model.Endings);
    }

    // Survival of 26 women with ovarian cancer (Edmunson et al., Cancer Treatment Reports 63, 1979; R's ovarian): coxph(Surv(futime, fustat) ~ age + rx + resid.ds + ecog.ps).
    [Fact]
    public void Ovarian_cancer_gives_what_coxph_gives()
    {
        CoxModel model = CoxRegression.Fit(_patients, _days, _died).Model!;

        Assert.Equal(["age", "treatment", "residual", "status"], model.Coefficients.Select(term => term.Term));
        double[] estimates = [0.1248130788, -0.9144999196, 0.8261864408, 0.3362116862];
        double[] errors = [0.04689036301, 0.65331563067, 0.78961106085, 0.64392306273];
        Assert.All(model.Coefficients.Zip(estimates), pair => Assert.Equal(pair.Second, pair.First.Estimate, SinglePrecision));
        Assert.All(model.Coefficients.Zip(errors), pair => Assert.Equal(pair.Second, pair.First.StandardError, SinglePrecision));
        Assert.Equal(-26.463293516711, model.LogLikelihood, SinglePrecision);
        Assert.Equal(-34.984940371163, model.NullLogLikelihood, SinglePrecision);
    }

    [Fact]
    public void Relative_hazards_of_two_rows_stand_as_their_coefficients_say()
    {
        CoxModel model = CoxRegression.Fit(_patients, _days, _died).Model!;

        double[] hazards = model.RelativeHazards(_patients);

        // The first two women differ in age alone.
        Assert.Equal(0.1248130788 * (74.4932 - 72.3315), Math.Log(hazards[1] / hazards[0]), SinglePrecision);
    }

    [Fact]
    public void Monotone_likelihood_is_said_rather_than_a_huge_coefficient()
    {
        // Who has the feature always ends before who has not.
        var features = new FeatureTable(FeatureColumn.Number("x", new float[] { 1, 1, 1, 0, 0, 0 }));

        Assert.Equal(LearningRefusal.Separated, CoxRegression.Fit(features, [1, 2, 3, 4, 5, 6], [true, true, true, true, true, true]).Refusal);
        Assert.Equal(LearningRefusal.Separated, CoxRegression.Fit(features, [1, 2, 3, 1, 2, 3], [true, true, true, false, false, false]).Refusal);
    }

    [Fact]
    public void Nothing_to_learn_from_is_said()
    {
        var same = new FeatureTable(FeatureColumn.Number("x", new float[] { 1, 1, 1 }));
        var twice = new FeatureTable(FeatureColumn.Number("x", new float[] { 1, 3, 2 }), FeatureColumn.Number("y", new float[] { 2, 6, 4 }));

        Assert.Equal(LearningRefusal.NoRows, CoxRegression.Fit(same.Take([]), [], []).Refusal);
        Assert.Equal(LearningRefusal.OneClass, CoxRegression.Fit(same, [1, 2, 3], [false, false, false]).Refusal);
        Assert.Equal(LearningRefusal.Collinear, CoxRegression.Fit(same, [1, 2, 3], [true, true, true]).Refusal);
        Assert.Equal(LearningRefusal.Collinear, CoxRegression.Fit(twice, [1, 2, 3], [true, true, true]).Refusal);
    }

    private static float[] Digits(string digits) => [.. digits.Select(digit => (float)(digit - '0'))];
}

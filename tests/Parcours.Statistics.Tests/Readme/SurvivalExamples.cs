using Parcours.Statistics.Learners;
using Parcours.Statistics.Survival;

namespace Parcours.Statistics.Readme;

public sealed class SurvivalExamples
{
    [Fact]
    public void How_long_it_lasts()
    {
        float[] placebo = [.. Enumerable.Range(0, 42).Select(row => row < 21 ? 0f : 1)];
        double[] weeks = [.. Leukaemia.TreatedWeeks, .. Leukaemia.PlaceboWeeks];
        bool[] ended = [.. Leukaemia.TreatedEnded, .. Leukaemia.PlaceboEnded];
        SurvivalCurve curve = SurvivalCurve.Compute(weeks, ended)!;
        string half = $"half last {curve.Median} weeks, {curve.MedianLow} to {curve.MedianHigh}";
        HazardInterval early = HazardTable.Compute(weeks, ended, edges: [0, 4, 13, 26])[0];  // endings a week, with their interval
        Learned<CoxModel> cox = CoxRegression.Fit(new(FeatureColumn.Number("placebo", placebo)), weeks, ended);
        double ratio = Math.Exp(cox.Model!.Coefficients[0].Estimate);                        // 4.8 times the hazard

        Assert.StartsWith("half last 12 weeks", half);
        Assert.Equal(7, early.Ended);
        Assert.Equal(4.8, ratio, 0.05);
    }
}

using System.Globalization;
using Parcours.Statistics.Boosting;
using Parcours.Statistics.Calibration;
using Parcours.Statistics.Learners;
using Parcours.Statistics.Logistic;
using Parcours.Statistics.Measures;

namespace Parcours.Statistics.Evaluation;

public sealed class CdnowTests
{
    [Theory]
    [InlineData("1997-06-30", "1997-12-31", 181)]
    [InlineData("1997-09-30", "1998-03-31", 91)]
    public void Explore(string learnt, string tested, int horizonDays)
    {
        EvaluationWindow[] windows = [.. new[] { learnt, tested }.Select(date => Cdnow.Window(TestFile.Required("cdnow.csv"), DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), horizonDays))];
        var learners = new List<IBinaryLearner> { new SingleFeatureLearner("days_since_last_order"), new LogisticLearner() };
        foreach (int leaves in new[] { 4, 8 })
        foreach (double rate in new[] { 0.02, 0.05 })
        foreach (double share in new[] { 0.5, 1 })
        {
            var o = new BoostingOptions { Leaves = leaves, LearningRate = rate, MinimumRowsPerLeaf = 200, L2 = 10, FeatureShare = share, Trees = 1000 };
            foreach (var s in new IBinaryLearner?[] { null, new LogisticLearner() })
            {
                var b = new BoostingLearner(o, s);
                Show(b, leaves + " " + rate + " " + share);
                if (leaves == 4) { Show(new CalibratedLearner(b, CalibrationMethod.Platt), ""); Show(new CalibratedLearner(b, CalibrationMethod.Isotonic), ""); }
            }
        }

        foreach (var l in learners) { Show(l, ""); Show(new CalibratedLearner(l, CalibrationMethod.Platt), ""); Show(new CalibratedLearner(l, CalibrationMethod.Isotonic), ""); }

        void Show(IBinaryLearner learner, string o)
        {
            var step = RollingOrigin.Run(learner, windows)[0];
            var m = step.Measures!;
            int trees = learner is BoostingLearner b ? b.Fit(windows[0].Sample).Model!.TreeCount : 0;
            Console.WriteLine($"{learnt} {learner.Name} {o} trees {trees}: AUC {m.Area!.Value:F4} [{m.Area.Interval!.Value.Low:F4} {m.Area.Interval!.Value.High:F4}] ece {m.CalibrationError:F4} loss {m.LogLoss:F4} brier {m.Brier:F4} top {m.TopDecileCapture:F3}");
        }
    }
}

using Parcours.Statistics.Evaluation;
using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Calibration;

/// <summary>
/// A learner whose probabilities are calibrated on the very window it learns from: each row's probability comes from a model that has not seen the row, the curve is fitted to
/// those, and the model itself then learns from all rows. For when no later window is closed yet; with one, <see cref="CalibratedModel.On(IBinaryModel, BinarySample, CalibrationMethod)"/>.
/// </summary>
/// <param name="learner">The learner to calibrate.</param>
/// <param name="method">By what curve.</param>
/// <param name="folds">How many parts the sample is cut into, 2 or more.</param>
/// <param name="seed">Which rows go together.</param>
public sealed class CalibratedLearner(IBinaryLearner learner, CalibrationMethod method, int folds = 5, ulong seed = 1) : IBinaryLearner
{
    /// <summary>"logistic, isotonic".</summary>
    public string Name => $"{learner.Name}, {(method == CalibrationMethod.Isotonic ? "isotonic" : "Platt")}";

    /// <inheritdoc/>
    public Learned<IBinaryModel> Learn(BinarySample sample)
    {
        Learned<CrossValidation> unseen = CrossValidation.Run(learner, sample, folds, seed);
        if (unseen.Model is null)
        {
            return Learned<IBinaryModel>.Refused(unseen.Refusal!.Value);
        }

        Learned<IBinaryModel> model = learner.Learn(sample);
        if (model.Model is null)
        {
            return model;
        }

        Learned<CalibratedModel> calibrated = CalibratedModel.On(model.Model, unseen.Model.Probabilities, sample.Outcomes, method);
        return new(calibrated.Model, calibrated.Refusal);
    }
}

using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Calibration;

/// <summary>A model whose probabilities are calibrated afterwards, on rows it did not learn from.</summary>
public sealed class CalibratedModel : IBinaryModel
{
    private readonly IBinaryModel _model;

    internal CalibratedModel(IBinaryModel model, ICalibrator calibrator) => (_model, Calibrator) = (model, calibrator);

    /// <summary>What is done to the model's probabilities.</summary>
    public ICalibrator Calibrator { get; }

    /// <summary>Calibrates a model on the last closed window: rows, later than those learnt from, whose outcome is known by now.</summary>
    /// <param name="model">The model as learnt.</param>
    /// <param name="window">Rows it did not learn from.</param>
    /// <param name="method">By what curve.</param>
    /// <returns>The calibrated model; refused when the window has no rows of both classes.</returns>
    public static Learned<CalibratedModel> On(IBinaryModel model, BinarySample window, CalibrationMethod method) =>
        On(model, model.Predict(window.Features), window.Outcomes, method);

    /// <inheritdoc/>
    public double[] Predict(FeatureTable rows)
    {
        double[] probabilities = _model.Predict(rows);
        foreach (ref double probability in probabilities.AsSpan())
        {
            probability = Calibrator.Calibrate(probability);
        }

        return probabilities;
    }

    /// <summary>The reasons of the model beneath: they add up to the log-odds before calibration.</summary>
    /// <inheritdoc/>
    public Explanation Explain(FeatureTable rows, int row) => _model.Explain(rows, row);

    internal static Learned<CalibratedModel> On(IBinaryModel model, double[] probabilities, bool[] outcomes, CalibrationMethod method)
    {
        (ICalibrator? calibrator, LearningRefusal? refusal) = Fit(probabilities, outcomes, method);
        return calibrator is null ? Learned<CalibratedModel>.Refused(refusal!.Value) : Learned<CalibratedModel>.Of(new(model, calibrator));
    }

    private static (ICalibrator? Calibrator, LearningRefusal? Refusal) Fit(double[] probabilities, bool[] outcomes, CalibrationMethod method)
    {
        if (method == CalibrationMethod.Isotonic)
        {
            Learned<IsotonicCalibrator> curve = IsotonicCalibrator.Fit(probabilities, outcomes);
            return (curve.Model, curve.Refusal);
        }

        Learned<PlattCalibrator> line = PlattCalibrator.Fit(probabilities, outcomes);
        return (line.Model, line.Refusal);
    }
}

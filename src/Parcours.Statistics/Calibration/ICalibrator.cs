namespace Parcours.Statistics.Calibration;

/// <summary>What turns a model's probabilities into ones that come true as often as they say.</summary>
public interface ICalibrator
{
    /// <summary>The calibrated probability, strictly between 0 and 1.</summary>
    /// <param name="probability">What a model said, 0 to 1.</param>
    double Calibrate(double probability);
}

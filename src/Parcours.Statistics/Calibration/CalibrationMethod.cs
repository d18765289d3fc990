namespace Parcours.Statistics.Calibration;

/// <summary>How probabilities are calibrated.</summary>
public enum CalibrationMethod
{
    /// <summary>By a rising curve of any shape (<see cref="IsotonicCalibrator"/>): wants a thousand rows or more.</summary>
    Isotonic,

    /// <summary>By a line in log-odds (<see cref="PlattCalibrator"/>): two parameters, for small samples.</summary>
    Platt,
}

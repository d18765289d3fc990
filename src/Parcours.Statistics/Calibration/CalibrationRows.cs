using Parcours.Statistics.Learners;
using Parcours.Statistics.Measures;

namespace Parcours.Statistics.Calibration;

internal static class CalibrationRows
{
    /// <summary>Why nothing can be calibrated on these rows; null when something can.</summary>
    public static LearningRefusal? Refusal(ReadOnlySpan<double> probabilities, ReadOnlySpan<bool> outcomes)
    {
        Require.SameLength(probabilities.Length, outcomes.Length);
        Require.Probabilities(probabilities);
        return outcomes.IsEmpty ? LearningRefusal.NoRows
            : outcomes.Contains(true) && outcomes.Contains(false) ? null
            : LearningRefusal.OneClass;
    }
}

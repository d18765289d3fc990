using Parcours.Statistics.Measures;

namespace Parcours.Engine.Reports.Model;

/// <summary>Who is leaving, and how far that could be trusted on past dates.</summary>
/// <param name="HorizonDays">Within how many days.</param>
/// <param name="Learner">The id of the method used.</param>
/// <param name="BestRefused">The id of the best other method when it was no better than recency; null otherwise.</param>
/// <param name="LearntFrom">How many customers it learnt from.</param>
/// <param name="Bands">The customers of the report's date by probability, ten bands from the lowest; together, all who could leave.</param>
/// <param name="PastHorizonDays">The horizon of the past dates: shorter than <paramref name="HorizonDays"/> where the past is.</param>
/// <param name="Past">Past dates, earliest first; empty when the past is too short.</param>
/// <param name="Calibration">What was said against what happened at the last past date; null without one.</param>
/// <param name="Lift">What each tenth held at the last past date; null without one, or when nobody left.</param>
/// <param name="Sampled">How many customers the past was tried on, of a base too large to try whole; null for the whole base.</param>
internal sealed record ChurnPicture(
    int HorizonDays,
    string Learner,
    string? BestRefused,
    int LearntFrom,
    IReadOnlyList<ChurnBand> Bands,
    int PastHorizonDays,
    IReadOnlyList<ChurnPast> Past,
    CalibrationCurve? Calibration,
    LiftTable? Lift,
    long? Sampled)
{
    /// <summary>The number of the choice of method: one more whenever another is chosen or what leaving is changes.</summary>
    public required int Version { get; init; }

    /// <summary>The day the method learnt at: the start of the last window that had closed.</summary>
    public required DateOnly LearntAt { get; init; }

    /// <summary>How many could leave.</summary>
    public long Customers => Bands.Sum(band => band.Customers);

    /// <summary>How many are expected to.</summary>
    public double Expected => Bands.Sum(band => band.Expected);
}

namespace Parcours.Statistics.Uplift;

/// <summary>One subject drawn in a trial, with what was known before the draw and what came after it. Counted in the arm of the draw, whatever was received.</summary>
/// <param name="Trial">The trial's number: arms are only ever compared within one trial.</param>
/// <param name="IsTreated">Whether the draw was for treatment; false for the control arm.</param>
/// <param name="Score">The probability of responding that was predicted before the draw, 0 to 1.</param>
/// <param name="Responded">Whether the response came within the horizon of the draw.</param>
/// <param name="Spend">Net spend within the horizon of the draw; it may be negative when more was given back than spent.</param>
public readonly record struct TrialSubject(int Trial, bool IsTreated, double Score, bool Responded, double Spend);

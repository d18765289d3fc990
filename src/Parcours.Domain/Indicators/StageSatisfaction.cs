using Parcours.Domain.Rhythm;

namespace Parcours.Domain.Indicators;

/// <summary>What those who stand in a stage said: the last answer of each to a question, within a window.</summary>
/// <param name="Stage">The stage, by its index in the lifecycle.</param>
/// <param name="Answers">How many answered.</param>
/// <param name="Pleased">Of them, the pleased: 9 or 10 out of 10 for NPS, 4 or 5 out of 5 for CSAT, 5 or more out of 7 for CES.</param>
/// <param name="Displeased">The displeased: 6 or less for NPS, 2 or less for CSAT, 3 or less for CES.</param>
public sealed record StageSatisfaction(int Stage, long Answers, long Pleased, long Displeased)
{
    /// <summary>Wilson's 95 % interval of the share of the pleased; from 0 to 1 when nobody answered.</summary>
    public (double Low, double High) Interval => Intervals.Wilson(Pleased, Answers);
}

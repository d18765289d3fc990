using Parcours.Statistics.Learners;
using Parcours.Statistics.Measures;

namespace Parcours.Statistics.Evaluation;

/// <summary>One step of a rolling-origin evaluation: learnt at one date, tested at a later one.</summary>
/// <param name="Learnt">The window learnt from.</param>
/// <param name="Tested">The window tested on, which begins when the other has closed or later.</param>
/// <param name="Measures">What came of it; null when the learner refused, or the tested window has no rows.</param>
/// <param name="Refusal">Why the learner refused; null when it did not.</param>
public sealed record RollingOriginStep(EvaluationWindow Learnt, EvaluationWindow Tested, BinaryMeasures? Measures, LearningRefusal? Refusal);

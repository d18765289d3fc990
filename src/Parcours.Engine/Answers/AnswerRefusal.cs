using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Answers;

/// <summary>Why a question about the base has no answer.</summary>
/// <param name="Code">For machines, in snake case, as "unknown_lifecycle".</param>
/// <param name="Sentence">For people: what to do.</param>
/// <param name="IsUnknown">Whether what was asked for does not exist, rather than being asked wrongly.</param>
public sealed record AnswerRefusal(string Code, LocalText Sentence, bool IsUnknown = false);

namespace Parcours.Engine.Answers;

/// <summary>Carries a refusal out of an answer that is being worked out.</summary>
public sealed class AnswerException : Exception
{
    /// <summary>Carries a refusal.</summary>
    public AnswerException(AnswerRefusal refusal)
        : base(refusal.Sentence.En) => Refusal = refusal;

    /// <summary>What was refused, and why.</summary>
    public AnswerRefusal Refusal { get; }
}

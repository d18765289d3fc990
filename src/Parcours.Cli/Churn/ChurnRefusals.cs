using Parcours.Cli.Frame;
using Parcours.Engine.Churn;

namespace Parcours.Cli.Churn;

/// <summary>What a churn definition cannot do on a base, as a verb refuses it.</summary>
internal static class ChurnRefusals
{
    /// <summary>A refusal as a verb's.</summary>
    /// <param name="refusal">What is refused.</param>
    /// <param name="definition">The definition asked for.</param>
    public static Refusal Of(ChurnRefusal refusal, ChurnDefinition definition)
    {
        AnswerRefusal words = ChurnWords.Of(refusal, definition);
        return new Refusal(words.Code, words.Sentence);
    }
}

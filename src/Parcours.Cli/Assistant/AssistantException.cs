namespace Parcours.Cli.Assistant;

/// <summary>Why a question of an assistant has no answer, in a sentence that it may read to somebody.</summary>
internal sealed class AssistantException(string sentence) : Exception(sentence);

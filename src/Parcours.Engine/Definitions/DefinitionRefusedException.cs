namespace Parcours.Engine.Definitions;

/// <summary>Carries a refusal to whoever words it.</summary>
public sealed class DefinitionRefusedException : Exception
{
    /// <summary>Carries a refusal.</summary>
    public DefinitionRefusedException(DefinitionRefusal refusal)
        : base(refusal.Sentence.En) => Refusal = refusal;

    /// <summary>What was refused, and why.</summary>
    public DefinitionRefusal Refusal { get; }
}

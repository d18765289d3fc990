namespace Parcours.Engine.Access;

/// <summary>Carries a refusal of access to the edge that words it.</summary>
public sealed class AccessException : Exception
{
    /// <summary>Carries a refusal.</summary>
    public AccessException(AccessRefusal refusal)
        : base(refusal.Sentence.En) => Refusal = refusal;

    /// <summary>What was refused, and why.</summary>
    public AccessRefusal Refusal { get; }
}

namespace Parcours.Engine.Segments;

/// <summary>Carries a refusal to whoever words it.</summary>
public sealed class SegmentException : Exception
{
    /// <summary>Carries a refusal.</summary>
    public SegmentException(SegmentRefusal refusal)
        : base(refusal.Sentence.En) => Refusal = refusal;

    /// <summary>What was refused, and why.</summary>
    public SegmentRefusal Refusal { get; }
}

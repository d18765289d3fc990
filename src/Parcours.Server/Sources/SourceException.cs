namespace Parcours.Server.Sources;

/// <summary>A refusal on its way to whoever asked.</summary>
public sealed class SourceException : Exception
{
    /// <summary>Refuses.</summary>
    public SourceException(SourceRefusal refusal)
        : base(refusal.English) => Refusal = refusal;

    /// <summary>Why.</summary>
    public SourceRefusal Refusal { get; }
}

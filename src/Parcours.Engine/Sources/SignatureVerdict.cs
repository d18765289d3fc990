namespace Parcours.Engine.Sources;

/// <summary>What a signature is worth.</summary>
public enum SignatureVerdict
{
    /// <summary>Whoever sent it knows the secret.</summary>
    Right = 0,

    /// <summary>It is missing, or another one.</summary>
    Wrong,

    /// <summary>It is right, and too old or from the future: somebody may be sending it again.</summary>
    Old,
}

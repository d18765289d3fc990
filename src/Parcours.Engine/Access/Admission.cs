namespace Parcours.Engine.Access;

/// <summary>What an endpoint says to a caller.</summary>
public enum Admission
{
    /// <summary>Come in.</summary>
    Admitted,

    /// <summary>Say who you are: nothing that would help was shown.</summary>
    Unknown,

    /// <summary>Known, and not allowed.</summary>
    Forbidden,
}

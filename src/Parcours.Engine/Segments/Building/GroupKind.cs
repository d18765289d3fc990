namespace Parcours.Engine.Segments.Building;

/// <summary>How many conditions of a group must hold.</summary>
public enum GroupKind
{
    /// <summary>All of them.</summary>
    All,

    /// <summary>One or more.</summary>
    Any,

    /// <summary>None of them.</summary>
    None,
}

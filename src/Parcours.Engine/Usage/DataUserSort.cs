namespace Parcours.Engine.Usage;

/// <summary>What looks at data.</summary>
public enum DataUserSort
{
    /// <summary>A lifecycle, by its rules.</summary>
    Lifecycle = 0,

    /// <summary>A segment, by its condition.</summary>
    Segment,

    /// <summary>A score.</summary>
    Score,
}

namespace Parcours.Engine.Definitions;

/// <summary>In which of two texts a line is.</summary>
public enum DiffSign
{
    /// <summary>In both.</summary>
    Same = 0,

    /// <summary>In the earlier alone.</summary>
    Removed,

    /// <summary>In the later alone.</summary>
    Added,
}

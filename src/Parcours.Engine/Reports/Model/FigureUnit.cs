namespace Parcours.Engine.Reports.Model;

/// <summary>What a number counts, and so how it is written.</summary>
public enum FigureUnit
{
    /// <summary>Things, in whole numbers.</summary>
    Count,

    /// <summary>Minor units of the workspace's currency.</summary>
    Money,

    /// <summary>A share, 0 to 1.</summary>
    Share,

    /// <summary>Days.</summary>
    Days,

    /// <summary>A plain number with one decimal.</summary>
    Number,
}

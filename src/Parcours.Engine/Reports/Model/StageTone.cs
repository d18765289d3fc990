namespace Parcours.Engine.Reports.Model;

/// <summary>Which family of colours a stage is drawn in.</summary>
public enum StageTone
{
    /// <summary>On the way forward: one hue, light to dark.</summary>
    Forward,

    /// <summary>Before the path, or unknown.</summary>
    Neutral,

    /// <summary>Lapsing or lost: a warm hue, growing darker.</summary>
    Warm,
}

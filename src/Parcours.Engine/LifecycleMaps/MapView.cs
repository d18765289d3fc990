namespace Parcours.Engine.LifecycleMaps;

/// <summary>What stands beside the thresholds of the map.</summary>
public enum MapView
{
    /// <summary>Who moved between the two dates.</summary>
    Moved,

    /// <summary>How long they stay in each stage.</summary>
    Time,

    /// <summary>The sequences of stages most of them went through.</summary>
    Paths,
}

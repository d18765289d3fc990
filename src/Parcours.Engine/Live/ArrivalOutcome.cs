namespace Parcours.Engine.Live;

/// <summary>What became of a message.</summary>
public enum ArrivalOutcome
{
    /// <summary>It is new and kept.</summary>
    Stored = 0,

    /// <summary>It was known already.</summary>
    Known,

    /// <summary>It was put aside.</summary>
    Aside,
}

namespace Parcours.Engine.Live;

/// <summary>What became of a message that was put aside.</summary>
/// <param name="Id">Its number.</param>
/// <param name="IsTaken">Whether it stands aside no more.</param>
/// <param name="Code">A stable word: stored, duplicate, or why it cannot be taken.</param>
/// <param name="Detail">The same in a sentence.</param>
public sealed record ReplayOutcome(long Id, bool IsTaken, string Code, string Detail);

using Parcours.Domain.Time;

namespace Parcours.Engine.Live;

/// <summary>A message put aside.</summary>
/// <param name="Id">Its number.</param>
/// <param name="KeyId">The key it came by.</param>
/// <param name="ReceivedAt">When it reached us.</param>
/// <param name="Reason">A stable word for programs.</param>
/// <param name="Detail">The reason in a sentence.</param>
/// <param name="Raw">The message as it came.</param>
/// <param name="IsReplayed">Whether it was taken at last.</param>
public sealed record QuarantineRow(long Id, int KeyId, Instant ReceivedAt, string Reason, string Detail, string Raw, bool IsReplayed);

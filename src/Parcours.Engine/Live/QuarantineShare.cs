using Parcours.Domain.Time;

namespace Parcours.Engine.Live;

/// <summary>Messages that stand aside for one reason.</summary>
/// <param name="Reason">The reason, as a stable word.</param>
/// <param name="Messages">How many.</param>
/// <param name="First">When the first of them came.</param>
/// <param name="Last">When the last of them came.</param>
public sealed record QuarantineShare(string Reason, long Messages, Instant First, Instant Last);

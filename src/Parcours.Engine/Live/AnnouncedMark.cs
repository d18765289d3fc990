using Parcours.Domain.Time;

namespace Parcours.Engine.Live;

/// <summary>How far transitions are announced: everything that facts up to a number brought, and everything time brought up to an instant.</summary>
/// <param name="Facts">The number of the last fact.</param>
/// <param name="Until">The instant.</param>
public sealed record AnnouncedMark(long Facts, Instant Until);

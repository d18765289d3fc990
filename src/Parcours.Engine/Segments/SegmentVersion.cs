using Parcours.Domain.Time;

namespace Parcours.Engine.Segments;

/// <summary>One entry of a segment's changelog.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who: "operator:3", "key:2" or "local".</param>
/// <param name="Note">Why, in their words; empty when nothing was said.</param>
/// <param name="Text">The file from then on; null when it was removed.</param>
/// <param name="Listed">How many keys its list has from then on; null when it is no list.</param>
public sealed record SegmentVersion(Instant At, string By, string Note, string? Text, int? Listed);

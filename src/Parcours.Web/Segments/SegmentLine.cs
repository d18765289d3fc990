using Parcours.Domain.Segments;

namespace Parcours.Web.Segments;

/// <summary>A segment in a list, or a fault of its file.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Definition">What it is; null when its file cannot be read.</param>
/// <param name="Members">How many are in it; null with a fault.</param>
/// <param name="Sentence">Its condition in plain words; empty for a list.</param>
/// <param name="Fault">What is wrong with it; null when nothing is.</param>
public sealed record SegmentLine(string Id, SegmentDefinition? Definition, int? Members, string Sentence, string? Fault);

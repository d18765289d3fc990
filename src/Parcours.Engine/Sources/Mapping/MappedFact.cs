using System.Collections.Immutable;

namespace Parcours.Engine.Sources.Mapping;

/// <summary>A fact that messages of a mapped source may say.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="When">The texts that paths must lead to; empty for every message.</param>
/// <param name="Fields">What its fields take, as <c>import --as facts</c> names them.</param>
internal sealed record MappedFact(string Kind, ImmutableArray<(JsonPath Path, ImmutableArray<string> Texts)> When, ImmutableArray<(string Field, MappedValue Value)> Fields);

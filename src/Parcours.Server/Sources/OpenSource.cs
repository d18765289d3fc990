using System.Collections.Immutable;
using Parcours.Engine.Sources;
using Parcours.Engine.Sources.Mapping;

namespace Parcours.Server.Sources;

/// <summary>A source ready to be used.</summary>
/// <param name="Kept">As it is kept.</param>
/// <param name="Profile">What a reader has to know of it.</param>
/// <param name="Reader">Reads what it sends.</param>
/// <param name="Mapping">What its JSON means; null unless generic.</param>
/// <param name="Secrets">The secrets of its webhooks.</param>
/// <param name="Token">What it is asked with; null when it is not asked.</param>
internal sealed record OpenSource(KeptSource Kept, SourceProfile Profile, SourceReader Reader, SourceMapping? Mapping, ImmutableArray<string> Secrets, string? Token);

using Parcours.Domain.Time;

namespace Parcours.Engine.Definitions;

/// <summary>One entry of a definition's changelog.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who: "operator:3", "key:2", "local"; "product" for what the product carried before the first change, "file" for a change made by hand in the file.</param>
/// <param name="Note">Why, in their words; empty when nothing was said.</param>
/// <param name="Text">The file from then on.</param>
public sealed record DefinitionVersion(Instant At, string By, string Note, string Text);

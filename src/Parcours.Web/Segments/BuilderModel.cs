using Parcours.Domain.Segments;

namespace Parcours.Web.Segments;

/// <summary>A condition being built: its tree, its text, and what it holds for.</summary>
/// <param name="Tree">Its groups and conditions; the whole is a group.</param>
/// <param name="Text">The same in the language.</param>
/// <param name="Choices">What fields offer.</param>
/// <param name="Count">How many it holds for; null while it has a fault or is empty.</param>
/// <param name="Fault">What is wrong with it, and where; null when nothing is.</param>
public sealed record BuilderModel(ConditionTree Tree, string Text, BuilderChoices Choices, BuilderCount? Count, string? Fault);

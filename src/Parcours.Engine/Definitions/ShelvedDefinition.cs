using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Definitions;

/// <summary>A definition on the shelf.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called; null when its file cannot be used.</param>
/// <param name="IsOwn">Whether the company has a file of its own; else it is the product's.</param>
/// <param name="Fault">What is wrong with the company's file; null when it can be used.</param>
/// <param name="Last">The last entry of its changelog; null when it was never changed here.</param>
public sealed record ShelvedDefinition(DefinitionKind Kind, string Id, LocalText? Name, bool IsOwn, string? Fault, DefinitionVersion? Last);

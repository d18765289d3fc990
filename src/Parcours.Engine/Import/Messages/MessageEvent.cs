using Parcours.Domain.Facts;

namespace Parcours.Engine.Import.Messages;

/// <summary>What became of a message.</summary>
/// <param name="Kind">The typed kind; <see cref="FactKind.None"/> when there is none.</param>
/// <param name="Name">The name of a custom kind, when there is no typed one.</param>
internal readonly record struct MessageEvent(FactKind Kind, string? Name);

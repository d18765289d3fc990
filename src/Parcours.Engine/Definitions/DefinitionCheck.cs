using System.Collections.Immutable;
using Parcours.Domain.Expressions;
using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Definitions;

/// <summary>What a text defines, and what is wrong with it.</summary>
/// <param name="Id">The id it defines; null when it cannot be used.</param>
/// <param name="Name">Its name; null when it cannot be used.</param>
/// <param name="Errors">What is wrong, in the order of the text; nothing when it can be used.</param>
public sealed record DefinitionCheck(string? Id, LocalText? Name, ImmutableArray<ExpressionError> Errors);

using Parcours.Domain.Lifecycles;

namespace Parcours.Web.Segments;

/// <summary>What the fields of the builder offer.</summary>
/// <param name="Lifecycles">Lifecycles, with the names of their stages.</param>
/// <param name="Segments">Other segments.</param>
/// <param name="Churns">Definitions of leaving.</param>
public sealed record BuilderChoices(
    IReadOnlyList<(string Id, LocalText Name, IReadOnlyList<(string Id, LocalText Name)> Stages)> Lifecycles, IReadOnlyList<(string Id, LocalText Name)> Segments, IReadOnlyList<(string Id, LocalText Name)> Churns);

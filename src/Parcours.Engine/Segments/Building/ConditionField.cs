using Parcours.Domain.Lifecycles;

namespace Parcours.Engine.Segments.Building;

/// <summary>A field of a condition.</summary>
/// <param name="Name">Its name, within the shape.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Usual">What stands in it at first; empty for one that may stay empty.</param>
public sealed record ConditionField(string Name, FieldKind Kind, LocalText Label, string Usual)
{
    /// <summary>Whether it may stay empty.</summary>
    public bool IsOptional => Usual.Length == 0;
}

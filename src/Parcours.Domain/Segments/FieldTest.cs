namespace Parcours.Domain.Segments;

/// <summary>What a field of a fact is compared with.</summary>
/// <param name="Field">"value", "item", "category", "channel", "quantity", "date", or a declared property.</param>
/// <param name="Test">The comparison.</param>
public sealed record FieldTest(string Field, ValueTest Test);

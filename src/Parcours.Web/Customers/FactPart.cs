using Parcours.Engine.Customers;

namespace Parcours.Web.Customers;

/// <summary>A part of what happened to somebody, the newest first.</summary>
/// <param name="Lines">The facts.</param>
/// <param name="Kind">The kind asked for; empty for all.</param>
/// <param name="After">How many newer ones come before.</param>
/// <param name="Count">How many there are of the kind.</param>
/// <param name="Kinds">Every kind there is, with how many.</param>
public sealed record FactPart(IReadOnlyList<FactLine> Lines, string Kind, int After, int Count, IReadOnlyList<(string Kind, int Count)> Kinds);

using Parcours.Domain.Facts;
using Parcours.Domain.Time;

namespace Parcours.Engine.Customers;

/// <summary>A fact in words.</summary>
/// <param name="Kind">The name of its kind.</param>
/// <param name="At">When.</param>
/// <param name="DateOnly">Whether only the date is known.</param>
/// <param name="Value">Its amount with the currency's decimals, its score, or the text it set; null for none.</param>
/// <param name="Currency">The code of the amount's currency; empty when it is no amount.</param>
/// <param name="Item">The product, campaign or attribute; null for none.</param>
/// <param name="Category">The product's category; null for none.</param>
/// <param name="Channel">The channel; null when not known.</param>
/// <param name="Quantity">Units of an order line; null for other facts.</param>
/// <param name="Link">The order, deal or contract it belongs to, as the source wrote it; null for none.</param>
/// <param name="Payload">What else the source said, as JSON; null for nothing.</param>
public sealed record FactLine(
    string Kind, Instant At, bool DateOnly, string? Value, string Currency, string? Item, string? Category, Channel? Channel, double? Quantity, string? Link, string? Payload);

using Parcours.Domain.Facts;

namespace Parcours.Domain.Purchases;

/// <summary>How a customer began: the first order that counts, and what led to it.</summary>
/// <param name="Subject">The customer's place in the base.</param>
/// <param name="Day">The local day number of the first order.</param>
/// <param name="Category">The category (a term) that most of the first order's amount went to; 0 when not known.</param>
/// <param name="Advertisement">What the first click on an advertisement up to that order names (a term); 0 for none.</param>
/// <param name="Attribute">The value (a term) of the attribute asked for, as first said; 0 for none.</param>
/// <param name="Channel">The first order's channel.</param>
/// <param name="OrderFact">The store sequence of the first order.</param>
/// <param name="LineFact">The store sequence of its first line; 0 without lines.</param>
public readonly record struct FirstPurchase(int Subject, int Day, int Category, int Advertisement, int Attribute, Channel Channel, long OrderFact, long LineFact);

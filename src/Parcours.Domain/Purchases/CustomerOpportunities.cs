namespace Parcours.Domain.Purchases;

/// <summary>At how many of a customer's opportunities (whole calendar units after that of the first purchase) there was a purchase.</summary>
/// <param name="Subject">The customer's place in the base.</param>
/// <param name="Taken">Units with a purchase; 0 up to <paramref name="Last"/>.</param>
/// <param name="Last">The number of the last one, the first unit after the first purchase's being 1; 0 when there was none.</param>
/// <param name="Had">How many units there were; at least <paramref name="Last"/>.</param>
/// <param name="LaterTaken">Units with a purchase in the later window; 0 without one.</param>
public readonly record struct CustomerOpportunities(int Subject, int Taken, int Last, int Had, int LaterTaken);

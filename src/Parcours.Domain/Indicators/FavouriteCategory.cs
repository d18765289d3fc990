namespace Parcours.Domain.Indicators;

/// <summary>What was bought of one category in a window.</summary>
/// <param name="Category">The category's term.</param>
/// <param name="Favourites">Buyers of whom it is the favourite: the most orders, then the most spent, then the first by name.</param>
/// <param name="Buyers">Buyers with an order of it.</param>
/// <param name="Orders">Orders with a line of it.</param>
/// <param name="Amount">The sum of its lines, in minor units of the base's currency.</param>
public sealed record FavouriteCategory(int Category, long Favourites, long Buyers, long Orders, long Amount);

namespace Parcours.Engine.Import.Orders;

/// <summary>What a line of an order is worth.</summary>
/// <param name="Line">Minor units of the line, after discounts; positive for a return too.</param>
/// <param name="Total">Minor units of the whole order, where the line states it.</param>
/// <param name="Quantity">Units, in thousandths; positive for a return too.</param>
/// <param name="TellsQuantity">Whether the line says how many.</param>
/// <param name="IsReturn">Whether money goes back to the customer.</param>
/// <param name="Currency">The currency.</param>
internal readonly record struct OrderAmount(long Line, long? Total, int Quantity, bool TellsQuantity, bool IsReturn, byte Currency);

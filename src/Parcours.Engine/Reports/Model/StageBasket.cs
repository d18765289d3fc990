namespace Parcours.Engine.Reports.Model;

/// <summary>The average order of a stage.</summary>
/// <param name="Stage">The stage subjects stand in at the end of the year.</param>
/// <param name="Orders">Orders of the observed year.</param>
/// <param name="Basket">Mean net value, in minor units, and the year before.</param>
internal sealed record StageBasket(int Stage, long Orders, Twin Basket);

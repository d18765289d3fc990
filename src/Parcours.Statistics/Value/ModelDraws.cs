namespace Parcours.Statistics.Value;

/// <summary>What a parametric bootstrap gives: models to repeat a forecast with.</summary>
/// <param name="Draws">The models, in the order of their seeds.</param>
/// <param name="LeftOut">Draws that gave no usable fit and are missing from <paramref name="Draws"/>; many of them say that the data hardly carry the models.</param>
public sealed record ModelDraws(IReadOnlyList<ModelDraw> Draws, int LeftOut);

namespace Parcours.Engine.Reports.Writing;

/// <summary>A column of a table.</summary>
/// <param name="Title">Its header.</param>
/// <param name="Numeric">Whether it is set to the right.</param>
public sealed record Column(string Title, bool Numeric = true);

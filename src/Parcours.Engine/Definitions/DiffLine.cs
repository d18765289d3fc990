namespace Parcours.Engine.Definitions;

/// <summary>A line of a difference.</summary>
/// <param name="Sign">Whether it is in both texts, or in which.</param>
/// <param name="Before">Its number in the earlier text, from 1; null when it is not there.</param>
/// <param name="After">Its number in the later text, from 1; null when it is not there.</param>
/// <param name="Text">The line.</param>
public sealed record DiffLine(DiffSign Sign, int? Before, int? After, string Text);

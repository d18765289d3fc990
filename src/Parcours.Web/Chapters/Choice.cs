namespace Parcours.Web.Chapters;

/// <summary>One of several ways to look at a chapter.</summary>
/// <param name="Text">What it is called.</param>
/// <param name="Href">Where it is.</param>
/// <param name="IsCurrent">Whether it is the one looked at.</param>
public sealed record Choice(string Text, string Href, bool IsCurrent);

namespace Parcours.Web.Search;

/// <summary>Something found, and where it is.</summary>
/// <param name="Href">Its address.</param>
/// <param name="Name">Its name.</param>
/// <param name="Detail">What tells it from others of that name; null for nothing.</param>
public sealed record SearchHit(string Href, string Name, string? Detail);

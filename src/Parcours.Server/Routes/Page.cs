namespace Parcours.Server.Routes;

/// <summary>A part of a list, and where the next part begins.</summary>
/// <param name="Items">The part.</param>
/// <param name="Next">What to send as <c>cursor</c> for the next part; null after the last one.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

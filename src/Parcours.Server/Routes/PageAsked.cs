using System.Globalization;

namespace Parcours.Server.Routes;

/// <summary>Which part of a list is asked for.</summary>
/// <param name="Limit">How many items at most.</param>
/// <param name="After">What the last item of the part before was known by; null for the first part.</param>
internal sealed record PageAsked(int Limit, string? After)
{
    /// <summary>The number that the last item was known by; <paramref name="first"/> for the first part, and for a cursor of another list.</summary>
    internal long AfterNumber(long first) => long.TryParse(After, CultureInfo.InvariantCulture, out long number) ? number : first;
}

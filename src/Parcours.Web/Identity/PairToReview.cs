using Parcours.Domain.Time;

namespace Parcours.Web.Identity;

/// <summary>Two keys that a sender took for one person and a rule keeps apart.</summary>
/// <param name="Id">Its number.</param>
/// <param name="One">A key.</param>
/// <param name="Other">The other.</param>
/// <param name="Reason">Why they are kept apart, as a stable word.</param>
/// <param name="At">When it was first said.</param>
public sealed record PairToReview(long Id, string One, string Other, string Reason, Instant At)
{
    /// <summary>Who said that they stay apart, in words; null while nobody did.</summary>
    public string? DismissedBy { get; init; }

    /// <summary>When that was said.</summary>
    public Instant DismissedAt { get; init; }
}

using Parcours.Domain.Time;
using Parcours.Engine.Live;

namespace Parcours.Web.Sources;

/// <summary>A message as the page of what arrives shows it.</summary>
/// <param name="Number">Its number since the start.</param>
/// <param name="KeyId">Who sent it.</param>
/// <param name="At">When it reached us.</param>
/// <param name="Name">The event's name, or the type of the message; empty when it has none.</param>
/// <param name="Customer">A key of whom it is about; null for nobody.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record ArrivalRow(long Number, int KeyId, Instant At, string Name, string? Customer, ArrivalOutcome Outcome)
{
    /// <summary>The kinds of the facts it became, by their names in files.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>Why it was put aside, as a stable word; null when it was not.</summary>
    public string? Reason { get; init; }
}

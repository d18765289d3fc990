using Parcours.Domain.Time;
using Parcours.Engine.Live;

namespace Parcours.Web.Sources;

/// <summary>A key or a source as the page of senders shows it.</summary>
/// <param name="KeyId">What it sends is accounted under it: a key's number, or minus a source's.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">A key's "write", or a source's kind.</param>
/// <param name="Account">What became of its messages.</param>
/// <param name="Last">The start of the last hour in which one came; null for never.</param>
public sealed record SenderRow(int KeyId, string Name, string Kind, IntakeCounts Account, Instant? Last)
{
    /// <summary>Whether it may send no more.</summary>
    public bool IsOver { get; init; }

    /// <summary>Where a source's webhooks are sent; null when it takes none.</summary>
    public string? Hook { get; init; }

    /// <summary>Where a source is asked; null when it is not.</summary>
    public string? Address { get; init; }

    /// <summary>When it was last asked; null when it was not yet.</summary>
    public Instant? Asked { get; init; }

    /// <summary>Why asking it failed; null when it did not.</summary>
    public string? Fault { get; init; }
}

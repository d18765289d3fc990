using Parcours.Domain.Time;

namespace Parcours.Engine.Live;

/// <summary>A move from one stage to another, announced once.</summary>
/// <param name="Id">Its number: the cursor of those who follow. Ascending without repeats.</param>
/// <param name="Lifecycle">The definition's id.</param>
/// <param name="Identity">The subject, as its first identity's number.</param>
/// <param name="Subject">The key the subject is shown by.</param>
/// <param name="From">The stage left; null when it is the first.</param>
/// <param name="To">The stage entered.</param>
/// <param name="At">When it was entered.</param>
/// <param name="AnnouncedAt">When it was announced.</param>
/// <param name="Reason">Why, in English.</param>
public sealed record TransitionRow(
    long Id, string Lifecycle, int Identity, string Subject, string? From, string To, Instant At, Instant AnnouncedAt, string Reason);

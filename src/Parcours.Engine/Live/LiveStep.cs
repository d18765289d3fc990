using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Live;

/// <summary>What is to be followed at once: the commits since the last step, as one.</summary>
/// <param name="Histories">The base after them.</param>
/// <param name="LastFact">The number of the last fact in it.</param>
/// <param name="Touched">
/// The subjects whose histories or names changed, each with the latest instant of the facts that came (<see cref="Instant.Never"/> for a merge).
/// </param>
/// <param name="Earliest">The earliest instant that something changed at; <see cref="Instant.Never"/> when nothing did.</param>
/// <param name="IsReread">Whether the base was read anew from the store: anybody may have changed.</param>
/// <param name="IsRedefined">Whether definitions, adopted thresholds or settings changed.</param>
/// <param name="Now">The present.</param>
/// <param name="Announced">How far was announced before; null when nothing ever was, and the present is taken for it.</param>
public sealed record LiveStep(
    HistoryBase Histories,
    long LastFact,
    IReadOnlyDictionary<int, Instant> Touched,
    Instant Earliest,
    bool IsReread,
    bool IsRedefined,
    Instant Now,
    AnnouncedMark? Announced);

using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Live;

/// <summary>A change of the live base.</summary>
/// <param name="Histories">The base after it.</param>
/// <param name="Touched">
/// The subjects whose histories or names changed, each with the latest instant of the facts that came (<see cref="Instant.Never"/> for a merge); empty when the base
/// was read anew from the store.
/// </param>
/// <param name="LastFact">The number of the last fact in it.</param>
/// <param name="Earliest">The earliest instant that it changed something at.</param>
public sealed record LiveChange(HistoryBase Histories, IReadOnlyDictionary<int, Instant> Touched, long LastFact, Instant Earliest);

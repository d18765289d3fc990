using Parcours.Domain.Histories;

namespace Parcours.Engine.Live;

/// <summary>A change of the live base.</summary>
/// <param name="Histories">The base after it.</param>
/// <param name="Touched">The subjects whose histories or names changed; empty when the base was read anew from the store.</param>
/// <param name="LastFact">The number of the last fact in it.</param>
public sealed record LiveChange(HistoryBase Histories, IReadOnlySet<int> Touched, long LastFact);

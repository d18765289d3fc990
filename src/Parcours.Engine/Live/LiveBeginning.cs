using Parcours.Domain.Histories;
using Parcours.Engine.Erasure;
using Parcours.Engine.Identity;

namespace Parcours.Engine.Live;

/// <summary>What the live store holds when it is opened.</summary>
/// <param name="Histories">The base.</param>
/// <param name="Identities">Every identity, by number.</param>
/// <param name="Graph">They and their joins, of one thread: whoever keeps the base up to date takes it.</param>
/// <param name="Joins">Every join that stands, and those undone for good.</param>
/// <param name="LastJoin">The number of the last row of joins.</param>
/// <param name="LastFact">The number of the last fact.</param>
/// <param name="LastTransition">The number of the last transition.</param>
/// <param name="Announced">How far transitions were announced; null when they never were.</param>
public sealed record LiveBeginning(
    HistoryBase Histories,
    IReadOnlyList<(IdentityKind Kind, string Key)> Identities,
    IdentityGraph Graph,
    IReadOnlyList<JoinRow> Joins,
    long LastJoin,
    long LastFact,
    long LastTransition,
    AnnouncedMark? Announced)
{
    /// <summary>The keys of people who were erased.</summary>
    public ErasedKeys Erased { get; init; } = ErasedKeys.None;

    /// <summary>The number of the last fact in the snapshot on the disk; 0 for none: then the next start would read every fact.</summary>
    public long SnapshotFacts { get; init; }
}

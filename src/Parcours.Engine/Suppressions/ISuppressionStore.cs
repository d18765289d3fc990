using Parcours.Engine.Access;
using Parcours.Engine.Erasure;
using Parcours.Engine.Live;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Suppressions;

/// <summary>
/// Where the suppression list is kept, and what else the store alone knows of a person. Any thread may call it; a change is on the disk, with its line in the audit log,
/// when the call returns.
/// </summary>
public interface ISuppressionStore : IDisposable
{
    /// <summary>What hashes addresses.</summary>
    KeyHash Hash { get; }

    /// <summary>The list after a hash, in the order of hashes.</summary>
    IReadOnlyList<Suppression> After(string hash, int most);

    /// <summary>The entry of a hash; null for none.</summary>
    Suppression? Find(string hash);

    /// <summary>Adds an entry; one that is there stays as it is.</summary>
    /// <returns>The entry as it stands.</returns>
    Suppression Add(Suppression suppression, Audited audited);

    /// <summary>Takes an entry away.</summary>
    /// <returns>Whether there was one.</returns>
    bool Remove(string hash, Audited audited);

    /// <summary>What else is known of facts, by their numbers, in the order asked.</summary>
    IReadOnlyList<StoredDetail> DetailsOf(ReadOnlySpan<long> factIds);

    /// <summary>The transitions announced of some identities, in order.</summary>
    IReadOnlyList<TransitionRow> TransitionsOf(IReadOnlySet<int> identities);
}

using Parcours.Domain.Histories;
using Parcours.Engine.Erasure;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Live;

/// <summary>
/// A store open for messages that come one by one: the port of the live workspace. Writes and <see cref="Knows"/> are made from one thread; questions about facts from any.
/// A refusal is a <see cref="WorkspaceException"/>; after one on writing, the session is closed and another begun.
/// </summary>
public interface ILiveStore : IDisposable
{
    /// <summary>Reads all that is needed to go on.</summary>
    /// <param name="progress">Told the share done, 0 to 1; may be null.</param>
    LiveBeginning Begin(IProgress<double>? progress);

    /// <summary>Whether a message id is recorded, for ever.</summary>
    bool Knows(UInt128 messageId);

    /// <summary>Writes one transaction and makes it durable before it returns.</summary>
    /// <returns>The number of the first fact written.</returns>
    long Write(LiveCommit commit);

    /// <summary>
    /// Erases people: in one transaction all that names them goes, then the files are cleaned until they hold no trace. A crash in between is made good at the next
    /// start.
    /// </summary>
    ErasureOutcome Erase(ErasurePlan plan);

    /// <summary>A little work that can wait, when there is nothing to write.</summary>
    /// <returns>Whether there is more.</returns>
    bool Tidy();

    /// <summary>What orders a fact.</summary>
    FactOrigin OriginOf(long factId);

    /// <summary>The identity a fact is of.</summary>
    int IdentityOf(long factId);

    /// <summary>Writes the snapshot of a base, so that the next start is fast; does nothing when there is no room for it. May be called from another thread.</summary>
    /// <param name="histories">A base without an overlay.</param>
    /// <param name="places">The place of each identity.</param>
    /// <param name="kinds">The kind of each place's shown key; 255 for an empty place.</param>
    /// <param name="position">What the base stands for.</param>
    void SaveSnapshot(HistoryBase histories, int[] places, byte[] kinds, LivePosition position);

    /// <summary>Where the store stands: what a snapshot of the present base is of.</summary>
    LivePosition Position { get; }
}

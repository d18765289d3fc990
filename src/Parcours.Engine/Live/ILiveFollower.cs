using Parcours.Domain.Time;

namespace Parcours.Engine.Live;

/// <summary>
/// Something that is worked out for each subject and kept up to date: for those that commits touch, and for those that time alone changes. Nobody else is looked at.
/// All of them are listed where <see cref="LiveLifecycles"/> is made, and asked one after the other on its thread.
/// </summary>
public interface ILiveFollower
{
    /// <summary>When it must be asked though nothing comes; <see cref="Instant.Never"/> for never.</summary>
    Instant Due { get; }

    /// <summary>Whether it has something to write.</summary>
    bool HasNews { get; }

    /// <summary>Takes the whole base, once before the first step and again whenever it was read anew. What changed since the last announcement is news.</summary>
    void Begin(LiveStep step);

    /// <summary>Works out what a step changes.</summary>
    void Follow(LiveStep step);

    /// <summary>Adds its news to a transaction. Asked again with the same news where the store refused.</summary>
    void Write(LiveCommit commit);

    /// <summary>The news are durable.</summary>
    void Written();
}

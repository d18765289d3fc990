using Parcours.Engine.Import;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>
/// All that an import said between two points of its file, on its way to the writing thread. A chunk is written whole or not at all,
/// so what is durable is always the beginning of what the importer said.
/// </summary>
internal sealed class StagedChunk
{
    /// <summary>How many facts fill a chunk.</summary>
    internal const int Capacity = 4096;

    /// <summary>The facts, the first <see cref="FactCount"/> of them.</summary>
    internal StoredFact[] Facts { get; } = new StoredFact[Capacity];

    /// <summary>How many facts.</summary>
    internal int FactCount { get; private set; }

    /// <summary>New identities, in order of their numbers.</summary>
    internal List<(byte Kind, string Key)> Identities { get; } = [];

    /// <summary>Pairs of identities that are one person.</summary>
    internal List<(int Identity, int Other)> Joins { get; } = [];

    /// <summary>New terms, in order of their numbers.</summary>
    internal List<string> Terms { get; } = [];

    /// <summary>New custom kinds, in order of their numbers.</summary>
    internal List<string> Kinds { get; } = [];

    /// <summary>Lines put aside.</summary>
    internal List<(long Line, string Reason, string Raw)> Quarantined { get; } = [];

    /// <summary>How far the import had come at the end of the chunk.</summary>
    internal Progress End { get; set; }

    /// <summary>Whether it should be sent on.</summary>
    internal bool IsFull => FactCount == Capacity || Identities.Count + Terms.Count + Quarantined.Count + Joins.Count >= 4 * Capacity;

    /// <summary>Puts a fact at the end.</summary>
    internal void Add(in StoredFact fact) => Facts[FactCount++] = fact;

    /// <summary>Empties it for another use.</summary>
    internal void Clear()
    {
        Array.Clear(Facts, 0, FactCount);
        FactCount = 0;
        Identities.Clear();
        Joins.Clear();
        Terms.Clear();
        Kinds.Clear();
        Quarantined.Clear();
    }
}

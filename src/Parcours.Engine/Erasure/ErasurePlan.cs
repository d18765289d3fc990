using Parcours.Domain.Time;

namespace Parcours.Engine.Erasure;

/// <summary>All that the store does to erase people: one transaction, then the cleaning of the files.</summary>
public sealed class ErasurePlan
{
    /// <summary>When it is done.</summary>
    public required Instant At { get; init; }

    /// <summary>Who; their new identities are numbered on from those of the store, in this order.</summary>
    public List<ErasedPerson> People { get; } = [];

    /// <summary>The hashes of their keys: what refuses them later.</summary>
    public List<string> Hashes { get; } = [];

    /// <summary>Facts that stay, without who and when.</summary>
    public List<ErasedFact> Kept { get; } = [];

    /// <summary>Facts that go: attributes and notes.</summary>
    public List<long> Dropped { get; } = [];

    /// <summary>Facts of accounts that one of them acted in: their payload goes, their actor is the new identity.</summary>
    public List<(long FactId, int Actor)> Acted { get; } = [];

    /// <summary>Facts of accounts they belonged to: the payload goes where it names them.</summary>
    public List<long> Mentions { get; } = [];

    /// <summary>Terms that no one else's fact uses, with what stands in their place; those of the catalogue stay as they are.</summary>
    public List<(int Term, string Text)> Terms { get; } = [];

    /// <summary>The texts of those terms: they must not be found in the files either.</summary>
    public List<string> Texts { get; } = [];

    /// <summary>Texts that name them: looked for in what was put aside, and in the files when all is done.</summary>
    public List<string> Traces { get; } = [];
}

using Parcours.Domain.Time;
using Parcours.Engine.Identity;
using Parcours.Engine.Import;
using Parcours.Engine.Ingestion;

namespace Parcours.Engine.Live;

/// <summary>Everything one transaction of the live store writes: all of it, or nothing.</summary>
public sealed class LiveCommit
{
    /// <summary>New identities, numbered on from those of the store.</summary>
    public List<(IdentityKind Kind, string Key)> Identities { get; } = [];

    /// <summary>New joins, and joins undone.</summary>
    public List<JoinRow> Joins { get; } = [];

    /// <summary>New terms, numbered on.</summary>
    public List<string> Terms { get; } = [];

    /// <summary>New custom kinds, numbered on.</summary>
    public List<string> Kinds { get; } = [];

    /// <summary>What is said of products: its term, its category's term (0 leaves what was known) and a JSON object (null likewise).</summary>
    public List<(int Product, int Category, string? Detail)> Products { get; } = [];

    /// <summary>New facts, numbered on.</summary>
    public List<StoredFact> Facts { get; } = [];

    /// <summary>The ids of the messages kept or put aside.</summary>
    public List<UInt128> Messages { get; } = [];

    /// <summary>Messages put aside, with the key they came by.</summary>
    public List<(int KeyId, Quarantined Message)> Quarantined { get; } = [];

    /// <summary>What to add to the account of a key and an hour (micros since 1970, cut).</summary>
    public Dictionary<(int KeyId, long Hour), IntakeCounts> Accounts { get; } = [];

    /// <summary>Pairs of identities somebody should look at: a sender said they are one person, and a rule forbids it.</summary>
    public List<(int Identity, int Other, string Reason, Instant At)> Reviews { get; } = [];

    /// <summary>Transitions announced, numbered on.</summary>
    public List<TransitionRow> Transitions { get; } = [];

    /// <summary>How far transitions are announced with this commit; null leaves it.</summary>
    public AnnouncedMark? Announced { get; set; }

    /// <summary>The currency of the first amount ever; 0 when there is none here.</summary>
    public byte Currency { get; set; }

    /// <summary>Messages of the quarantine that were taken at last, by their numbers there.</summary>
    public List<long> Replayed { get; } = [];

    /// <summary>Whether there is nothing to write.</summary>
    public bool IsEmpty => Identities.Count + Joins.Count + Terms.Count + Kinds.Count + Products.Count + Facts.Count + Messages.Count + Quarantined.Count
        + Accounts.Count + Reviews.Count + Transitions.Count + Replayed.Count == 0 && Announced is null && Currency == 0;
}

using Parcours.Engine.Erasure;
using Parcours.Engine.Identity;

namespace Parcours.Engine.Import;

/// <summary>
/// One import into a store: staged, invisible until sealed. Used from one thread.
/// The importer always runs its file from the first line in the same way; after an interruption the session drops the
/// first calls of <see cref="Add"/> and <see cref="Quarantine"/> that an earlier run already made durable, so resuming
/// is the store's business alone. Disposing an unsealed session leaves what is durable for a later run to resume.
/// </summary>
public interface IImportSession : IDisposable
{
    /// <summary>How many facts an interrupted run of the same source had made durable; 0 on a first run.</summary>
    long ResumedFacts { get; }

    /// <summary>The keys of people who asked to be forgotten: the importer puts their lines aside, empty.</summary>
    ErasedKeys Erased => ErasedKeys.None;

    /// <summary>Finds or creates the identity of a key (already normalised), and its subject when new.</summary>
    /// <returns>The identity's number, 0 or more, dense.</returns>
    int IdentityOf(IdentityKind kind, ReadOnlySpan<char> key);

    /// <summary>
    /// Says that two identities are one person: the weaker one's subject joins the stronger one's. Refused (false, nothing changed)
    /// when both subjects already have an identity of the same kind with different keys, or one is an account and the other not.
    /// </summary>
    bool Join(int identity, int other);

    /// <summary>Finds or creates the term of a text; 0 for the empty one.</summary>
    int TermOf(ReadOnlySpan<char> text);

    /// <summary>The number of a named custom kind, found or created.</summary>
    Domain.Facts.FactKind CustomKindOf(string name);

    /// <summary>Records what a product is; null parts leave what was known.</summary>
    /// <param name="product">Its term.</param>
    /// <param name="category">Its category's term; 0 when unknown.</param>
    /// <param name="detail">Name, size, price and cost as a JSON object; null when unknown.</param>
    void Product(int product, int category, string? detail);

    /// <summary>Whether a sealed import or acknowledged write already brought this message id. Not asked of this session's own facts.</summary>
    bool Knows(UInt128 messageId);

    /// <summary>What sealed imports hold of orders; an order nothing is known of is left out. Reads all facts once: to be asked once, at the end of a file.</summary>
    /// <param name="orders">Each order's identity and link.</param>
    IReadOnlyDictionary<(int Identity, int Link), KnownOrder> KnownOrders(IReadOnlySet<(int Identity, int Link)> orders);

    /// <summary>What messages told of an order, in facts that no import brought; null for nothing. Of facts that were there when the session began; the first question may read all of them.</summary>
    ToldOrder? ToldOf(int identity, int link) => null;

    /// <summary>Stages a fact. The caller has checked <see cref="Knows"/> and never adds a message id twice in one session.</summary>
    void Add(in StoredFact fact);

    /// <summary>A line was read, and its facts were added; those put aside are told by <see cref="Quarantine"/> alone. Orders and totals are added when all lines were read.</summary>
    /// <param name="isNew">Whether it brought something; else nothing that was not known.</param>
    void Line(bool isNew)
    {
    }

    /// <summary>A line that seemed to bring nothing did: the total of its order was changed by the fact just added.</summary>
    void LineIsNew()
    {
    }

    /// <summary>Puts a line aside.</summary>
    /// <param name="line">Its number in the file, from 1, header included.</param>
    /// <param name="reason">Why, in plain words.</param>
    /// <param name="raw">The line as it was read, cut at 64 KB.</param>
    void Quarantine(long line, string reason, string raw);

    /// <summary>Makes all of it visible at once, message ids recorded in the same transaction.</summary>
    void Seal(ImportCounts counts);

    /// <summary>Drops everything staged, as if the import had never begun.</summary>
    void Abandon();
}

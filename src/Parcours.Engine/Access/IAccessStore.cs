using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

/// <summary>
/// Where keys, operators, sessions and the audit log are kept. Any thread may call it. A change and its line in the audit log are one transaction, on the disk
/// when the call returns.
/// </summary>
public interface IAccessStore : IDisposable
{
    /// <summary>All keys ever made, by number.</summary>
    IReadOnlyList<AccessKey> Keys();

    /// <summary>Keeps a new key, under the next number.</summary>
    /// <returns>The key with its number.</returns>
    AccessKey Add(AccessKey key, Audited audited);

    /// <summary>Keeps what changed of a key: revoked, used from a browser.</summary>
    void Save(AccessKey key, Audited audited);

    /// <summary>All operators ever added, by number.</summary>
    IReadOnlyList<Operator> Operators();

    /// <summary>Keeps a new operator, under the next number; null when one has the e-mail address already.</summary>
    Operator? Add(Operator person, Audited audited);

    /// <summary>Keeps what changed of an operator; without one-time codes they have no recovery codes either.</summary>
    /// <param name="person">As they are now.</param>
    /// <param name="audited">What is written in the audit log.</param>
    /// <param name="endSessions">Whether all their sessions end.</param>
    void Save(Operator person, Audited audited, bool endSessions);

    /// <summary>Keeps an operator whose one-time codes were turned on, and their recovery codes in the place of earlier ones; their other sessions end.</summary>
    /// <param name="person">As they are now.</param>
    /// <param name="recoveryHashes">The hashes of the recovery codes.</param>
    /// <param name="session">The hash of the session that stays.</param>
    /// <param name="audited">What is written in the audit log.</param>
    void SaveCodes(Operator person, IReadOnlyList<string> recoveryHashes, string session, Audited audited);

    /// <summary>Uses a recovery code up.</summary>
    /// <returns>Whether it was one of the operator's.</returns>
    bool UseRecoveryCode(int operatorId, string hash, Audited audited);

    /// <summary>How many recovery codes an operator has left.</summary>
    int RecoveryCodesOf(int operatorId);

    /// <summary>The session of a hash; null for none.</summary>
    Session? FindSession(string hash);

    /// <summary>Keeps a new session, and forgets those that expired.</summary>
    void Add(Session session);

    /// <summary>Ends the session of a hash; nothing when there is none.</summary>
    void EndSession(string hash, Audited audited);

    /// <summary>Keeps the hash of the one set-up link that is good; earlier ones no longer are.</summary>
    void ReplaceSetUpLink(string hash, Instant expires);

    /// <summary>Uses the set-up link: adds the first owner if the link is good at that instant and there is no active operator.</summary>
    /// <returns>The owner with their number; null when the link is not good.</returns>
    Operator? UseSetUpLink(string hash, Operator owner, Audited audited);

    /// <summary>Writes a line of the audit log by itself.</summary>
    void Write(Audited audited, string subject);

    /// <summary>Lines of the audit log, the latest first.</summary>
    /// <param name="before">Only lines with a smaller number.</param>
    /// <param name="most">How many.</param>
    /// <param name="filter">Which; null for every line.</param>
    IReadOnlyList<AuditEntry> AuditLog(long before, int most, AuditFilter? filter = null);

    /// <summary>Claims a write that a client named, so that it is done once.</summary>
    /// <param name="write">Which write.</param>
    /// <param name="at">Now; claims and answers of more than a day before are forgotten.</param>
    /// <returns>The claim of an earlier call of that name; null when this is the first.</returns>
    AnsweredWrite? Claim(NamedWrite write, Instant at);

    /// <summary>Keeps the answer of a write claimed before.</summary>
    void Keep(NamedWrite write, KeptAnswer answer);

    /// <summary>Lets go of a claim whose write was not done.</summary>
    void Release(NamedWrite write);
}

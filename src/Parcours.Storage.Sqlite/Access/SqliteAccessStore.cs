using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Access;

/// <summary>Keys, operators, sessions and the audit log in the workspace's file, over a connection of their own that one thread uses at a time.</summary>
internal sealed class SqliteAccessStore(Database database, bool forWriting) : IAccessStore
{
    private readonly Lock _lock = new();

    /// <summary>Opens it; to be changed, the caller holds the write lock.</summary>
    internal static SqliteAccessStore Open(string folder, bool forWriting)
    {
        if (!forWriting)
        {
            return new SqliteAccessStore(WorkspaceFile.OpenToRead(folder), forWriting);
        }

        Database database = WorkspaceFile.OpenToWrite(folder);
        try
        {
            AnsweredWriteTable.ReleaseAll(database);
            return new SqliteAccessStore(database, forWriting);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    public IReadOnlyList<AccessKey> Keys() => Read(() => KeyTable.All(database));

    public AccessKey Add(AccessKey key, Audited audited) => Write(() =>
    {
        AccessKey added = key with { Id = KeyTable.Insert(database, key) };
        AuditTable.Insert(database, audited, $"key:{added.Id}");
        return added;
    });

    public void Save(AccessKey key, Audited audited) => Write(() =>
    {
        KeyTable.Update(database, key);
        AuditTable.Insert(database, audited, $"key:{key.Id}");
    });

    public IReadOnlyList<Operator> Operators() => Read(() => OperatorTable.All(database));

    public Operator? Add(Operator person, Audited audited) => Write(() => Added(person, audited));

    public void Save(Operator person, Audited audited, bool endSessions) => Write(() =>
    {
        OperatorTable.Update(database, person);
        AuditTable.Insert(database, audited, $"operator:{person.Id}");
        if (person.Totp is null)
        {
            RecoveryCodeTable.DeleteOf(database, person.Id);
        }

        if (endSessions)
        {
            SessionTable.DeleteOf(database, person.Id);
        }
    });

    public void SaveCodes(Operator person, IReadOnlyList<string> recoveryHashes, string session, Audited audited) => Write(() =>
    {
        OperatorTable.Update(database, person);
        RecoveryCodeTable.Replace(database, person.Id, recoveryHashes);
        SessionTable.DeleteOthers(database, person.Id, session);
        AuditTable.Insert(database, audited, $"operator:{person.Id}");
    });

    public bool UseRecoveryCode(int operatorId, string hash, Audited audited) => Write(() =>
    {
        bool used = RecoveryCodeTable.Use(database, operatorId, hash);
        if (used)
        {
            AuditTable.Insert(database, audited, $"operator:{operatorId}");
        }

        return used;
    });

    public int RecoveryCodesOf(int operatorId) => Read(() => RecoveryCodeTable.Count(database, operatorId));

    public Session? FindSession(string hash) => Read(() => SessionTable.Find(database, hash));

    public void Add(Session session) => Write(() =>
    {
        SessionTable.DeleteExpired(database, session.Created);
        SessionTable.Insert(database, session);
    });

    public void EndSession(string hash, Audited audited) => Write(() =>
    {
        if (SessionTable.Find(database, hash) is { } session)
        {
            SessionTable.Delete(database, hash);
            AuditTable.Insert(database, audited, $"operator:{session.OperatorId}");
        }
    });

    public void ReplaceSetUpLink(string hash, Instant expires) => Write(() => SetUpLinkTable.Replace(database, hash, expires));

    public Operator? UseSetUpLink(string hash, Operator owner, Audited audited) => Write(() =>
        OperatorTable.All(database).Any(person => person.IsActive) || !SetUpLinkTable.Use(database, hash, audited.At)
            ? null
            : Added(owner, audited));

    public void Write(Audited audited, string subject) => Write(() => AuditTable.Insert(database, audited, subject));

    public IReadOnlyList<AuditEntry> AuditLog(long before, int most, AuditFilter? filter = null) => Read(() => AuditTable.Before(database, before, most, filter ?? AuditFilter.Everything));

    public AnsweredWrite? Claim(NamedWrite write, Instant at) => Write(() => AnsweredWriteTable.Claim(database, write, at));

    public void Keep(NamedWrite write, KeptAnswer answer) => Write(() => AnsweredWriteTable.Keep(database, write, answer));

    public void Release(NamedWrite write) => Write(() => AnsweredWriteTable.Release(database, write));

    public void Dispose() => database.Dispose();

    private Operator? Added(Operator person, Audited audited)
    {
        if (OperatorTable.All(database).Any(other => other.Email == person.Email))
        {
            return null;
        }

        Operator added = person with { Id = OperatorTable.Insert(database, person) };
        AuditTable.Insert(database, audited, $"operator:{added.Id}");
        return added;
    }

    private T Read<T>(Func<T> work)
    {
        lock (_lock)
        {
            return work();
        }
    }

    private void Write(Action work)
    {
        if (!forWriting)
        {
            throw new InvalidOperationException("The workspace was opened for reading only.");
        }

        lock (_lock)
        {
            database.Transaction(work);
        }
    }

    private T Write<T>(Func<T> work)
    {
        T? result = default;
        Write(() => { result = work(); });
        return result!;
    }
}

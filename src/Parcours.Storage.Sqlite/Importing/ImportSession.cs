using Parcours.Domain.Facts;
using Parcours.Engine.Erasure;
using Parcours.Engine.Identity;
using Parcours.Engine.Import;
using Parcours.Storage.Sqlite.Erasure;
using Parcours.Storage.Sqlite.Files;
using Parcours.Storage.Sqlite.Live;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>One import into the SQLite file: numbers are given here, rows are written on the staging thread.</summary>
internal sealed class ImportSession : IImportSession
{
    private readonly string _folder;
    private readonly Database _database;
    private readonly Marks _sealed;
    private readonly IdentityMap _identities;
    private readonly TermMap _terms;
    private readonly ProductMap _products;
    private readonly KnownMessages _known;
    private readonly ToldOrders _told;
    private readonly MessageIds _messages = new();
    private readonly StagingThread _staging;
    private readonly Progress _resumed;
    private StagedChunk _chunk;
    private Progress _now;
    private long _adds;
    private long _quarantines;
    private byte _currency;
    private bool _ended;

    /// <summary>Begins or resumes an import on a connection that becomes the session's.</summary>
    internal ImportSession(string folder, Database database, ImportSource source, StagingPace pace)
    {
        _folder = folder;
        _database = database;
        _database.Execute(Schema.LargeCache);
        RecentMessages.MoveAll(database);
        _sealed = Marks.Sealed(database);
        _resumed = Resume(source);
        _now = _resumed;
        _identities = IdentityMap.Load(database, _now.Marks);
        Erased = ErasedKeyTable.Read(database, PrivacySecret.Find(database));
        _terms = TermMap.Load(database, _now.Marks);
        _products = ProductMap.Load(database);
        _known = new KnownMessages(folder, _sealed.Facts / KnownMessages.IdsPerQuestion);
        _told = new ToldOrders(folder, _sealed, _identities, []);
        _staging = new StagingThread(database, pace);
        _chunk = _staging.Fresh();
    }

    /// <inheritdoc/>
    public long ResumedFacts => _resumed.Marks.Facts - _sealed.Facts;

    /// <inheritdoc/>
    public ErasedKeys Erased { get; }

    /// <inheritdoc/>
    public int IdentityOf(IdentityKind kind, ReadOnlySpan<char> key)
    {
        if (_identities.TryFind(kind, key, out int identity))
        {
            return identity;
        }

        string text = key.ToString();
        identity = _identities.Create(kind, text);
        _chunk.Identities.Add(((byte)kind, text));
        _now = _now with { Marks = _now.Marks with { Identities = identity + 1 } };
        SendWhenFull();
        return identity;
    }

    /// <inheritdoc/>
    public bool Join(int identity, int other)
    {
        bool joined = _identities.TryJoin(identity, other, out bool isNew);
        if (isNew)
        {
            _chunk.Joins.Add((identity, other));
            _now = _now with { Marks = _now.Marks with { Joins = _now.Marks.Joins + 1 } };
            SendWhenFull();
        }

        return joined;
    }

    /// <inheritdoc/>
    public int TermOf(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        if (_terms.TryFindTerm(text, out int term))
        {
            return term;
        }

        string copy = text.ToString();
        term = _terms.CreateTerm(copy);
        _chunk.Terms.Add(copy);
        _now = _now with { Marks = _now.Marks with { Terms = term } };
        SendWhenFull();
        return term;
    }

    /// <inheritdoc/>
    public FactKind CustomKindOf(string name)
    {
        if (!_terms.TryFindKind(name, out int kind))
        {
            kind = _terms.CreateKind(name);
            _chunk.Kinds.Add(name);
            _now = _now with { Marks = _now.Marks with { Kinds = kind + 1 } };
        }

        return FactKind.FirstCustom + (ushort)kind;
    }

    /// <inheritdoc/>
    public void Product(int product, int category, string? detail) => _products.Learn(product, category, detail);

    /// <inheritdoc/>
    public bool Knows(UInt128 messageId) => _known.Contains(messageId);

    /// <inheritdoc/>
    public IReadOnlyDictionary<(int Identity, int Link), KnownOrder> KnownOrders(IReadOnlySet<(int Identity, int Link)> orders) =>
        Importing.KnownOrders.Read(_folder, _sealed, _identities, orders);

    /// <inheritdoc/>
    public ToldOrder? ToldOf(int identity, int link) => _told.Of(identity, link);

    /// <inheritdoc/>
    public void Add(in StoredFact fact)
    {
        _messages.Add(fact.MessageId);
        _currency = _currency != 0 ? _currency : fact.Fact.Currency;
        if (_adds++ < ResumedFacts)
        {
            return;
        }

        _chunk.Add(in fact);
        _now = _now with { Marks = _now.Marks with { Facts = _now.Marks.Facts + 1 } };
        SendWhenFull();
    }

    /// <inheritdoc/>
    public void Quarantine(long line, string reason, string raw)
    {
        if (_quarantines++ < _resumed.Quarantined)
        {
            return;
        }

        _chunk.Quarantined.Add((line, reason, raw));
        _now = _now with { Quarantined = _quarantines };
        SendWhenFull();
    }

    /// <inheritdoc/>
    public void Seal(ImportCounts counts)
    {
        if (_adds < ResumedFacts)
        {
            throw new InvalidOperationException("The resumed import said less than its interrupted run: its file or its reader changed under an equal source.");
        }

        if (_now.Marks == _sealed with { Import = _now.Marks.Import } && !_products.HasNews)
        {
            // It brought nothing, as a file imported before does: the store stays as it was, as if the first import had been the only one.
            Abandon();
            return;
        }

        Send();
        _staging.Finish();
        _known.EndTransaction();
        _told.Dispose();
        _database.Transaction(() =>
        {
            _messages.Write(_database);
            _products.Write(_database);
            SettingsTable.ChooseCurrency(_database, _currency);
            ImportRow.Save(_database, _now);
            ImportRow.Seal(_database, _now.Marks.Import, counts);
        });
        _ended = true;

        // The log is emptied now rather than at a reader's cost; one who reads at this moment is not waited for.
        _database.Execute(Schema.DoNotWait);
        _database.Execute(Schema.Checkpoint);
    }

    /// <inheritdoc/>
    public void Abandon()
    {
        _staging.Stop();
        _ended = true;
        _known.EndTransaction();
        ImportRow.Drop(_database);
        Leftovers.Remove(_database, _sealed);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_ended)
        {
            _ended = true;
            KeepWhatIsStaged();
        }

        _staging.Dispose();
        _known.Dispose();
        _told.Dispose();
        _database.Dispose();
    }

    private Progress Resume(ImportSource source)
    {
        if (ImportRow.Unsealed(_database) is var (interrupted, progress))
        {
            if (interrupted == source)
            {
                return progress;
            }

            ImportRow.Drop(_database);
        }

        Leftovers.Remove(_database, _sealed);
        return ImportRow.Begin(_database, source, _sealed);
    }

    private void KeepWhatIsStaged()
    {
        try
        {
            Send();
            _staging.Finish();
        }
        catch (Engine.Workspaces.WorkspaceException)
        {
            // Disposing after a fault: the fault was told by the call that met it, and the next run resumes from the last commit.
        }
    }

    private void SendWhenFull()
    {
        if (_chunk.IsFull)
        {
            Send();
            _chunk = _staging.Fresh();
        }
    }

    private void Send()
    {
        _chunk.End = _now;
        _staging.Send(_chunk);
    }
}

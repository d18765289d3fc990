using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Erasure;
using Parcours.Engine.Identity;
using Parcours.Engine.Import;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Storage.Sqlite.Erasure;
using Parcours.Storage.Sqlite.Files;
using Parcours.Storage.Sqlite.Importing;
using Parcours.Storage.Sqlite.Loading;
using Parcours.Storage.Sqlite.Snapshots;

namespace Parcours.Storage.Sqlite.Live;

/// <summary>The SQLite file open for messages that come one by one: each transaction moves the marks that readers see.</summary>
internal sealed class LiveSession : ILiveStore
{
    private const string SelectIdentities = "SELECT kind, key FROM identities WHERE id < ?1 ORDER BY id";
    private const string SelectJoins = "SELECT id, identity, other, at, reason, trust FROM joins WHERE id <= ?1 ORDER BY id";
    private const string SelectAnnounced = "SELECT facts, until FROM announced";

    private readonly string _folder;
    private readonly Database _database;
    private readonly FactOrigins _origins;
    private readonly RecentMessages _messages;
    private readonly ChunkWriter _rows;
    private readonly LiveWriter _writer;
    private readonly Checkpoints _checkpoints;
    private Marks _marks;
    private KeyHash _hash = null!;

    /// <summary>Opens it on a connection that becomes the session's.</summary>
    internal LiveSession(string folder, Database database)
    {
        _folder = folder;
        _database = database;
        _database.Execute(Schema.LargeCache);
        Marks before = Marks.Sealed(database);
        ImportRow.Drop(database);
        Leftovers.Remove(database, before);
        database.Transaction(() =>
        {
            _marks = ImportRow.BeginLive(database, before);
            _hash = PrivacySecret.FindOrMake(database);
        });
        FinishErasure();
        _origins = new FactOrigins(folder);
        _messages = new RecentMessages(database);
        _rows = new ChunkWriter(database);
        _writer = new LiveWriter(database);
        _checkpoints = new Checkpoints(folder, database);
    }

    /// <inheritdoc/>
    public LivePosition Position => new(_marks.Import, _marks.Facts, _marks.Identities, _marks.Terms, _marks.Kinds, _marks.Joins);

    /// <inheritdoc/>
    public LiveBeginning Begin(IProgress<double>? progress)
    {
        Marks marks = _marks;
        var reading = Task.Run(() =>
        {
            using Database own = WorkspaceFile.OpenToRead(_folder);
            List<(IdentityKind Kind, string Key)> identities = Identities(own, marks);
            List<JoinRow> joins = Joins(own, marks);
            return (Identities: identities, Joins: joins, Graph: new IdentityGraph(identities, joins, marks.Joins));
        });
        var loader = new BaseLoader(_folder, _database);
        HistoryBase histories = loader.Load(SettingsTable.Read(_database), progress);
        using Statement announced = _database.Prepare(SelectAnnounced);
        AnnouncedMark? mark = announced.Step() ? new AnnouncedMark(announced.Int64(0), new Instant(announced.Int64(1))) : null;
        (List<(IdentityKind Kind, string Key)> identities, List<JoinRow> joins, IdentityGraph graph) = reading.GetAwaiter().GetResult();
        return new LiveBeginning(histories, identities, graph, joins, _marks.Joins, _marks.Facts, TransitionTable.Last(_database), mark)
        {
            Erased = ErasedKeyTable.Read(_database, _hash),
            SnapshotFacts = loader.SnapshotFacts,
        };
    }

    /// <inheritdoc/>
    public bool Knows(UInt128 messageId) => _messages.Contains(messageId);

    /// <inheritdoc/>
    public long Write(LiveCommit commit)
    {
        long first = _marks.Facts + 1;
        Marks after = _marks with
        {
            Facts = _marks.Facts + commit.Facts.Count,
            Identities = _marks.Identities + commit.Identities.Count,
            Terms = _marks.Terms + commit.Terms.Count,
            Kinds = _marks.Kinds + commit.Kinds.Count,
            Joins = _marks.Joins + commit.Joins.Count,
        };
        _database.Transaction(() =>
        {
            WriteNumbered(commit);
            _messages.Add(commit.Messages);
            _writer.Write(commit);
            WriteProducts(commit);
            SettingsTable.ChooseCurrency(_database, commit.Currency);
            if (after != _marks)
            {
                ImportRow.Save(_database, new Progress(after, 0));
            }
        });
        _marks = after;
        _checkpoints.AfterCommit();
        return first;
    }

    /// <inheritdoc/>
    public ErasureOutcome Erase(ErasurePlan plan)
    {
        var traces = new Traces(plan.Traces);
        var rows = new ErasureWriter(_database);
        var messages = new List<UInt128>();
        Marks after = _marks with { Identities = _marks.Identities + plan.People.Count };
        ErasureOutcome outcome = null!;
        var cleaning = new Cleaning(_folder, _database);
        cleaning.Prepare();
        _database.Transaction(() =>
        {
            outcome = rows.Write(plan, traces, messages.Add);
            _messages.Forget(messages);
            ImportRow.Save(_database, new Progress(after, 0));
            traces.AddForFiles(outcome.Terms.Join(plan.Terms.Zip(plan.Texts), erased => erased.Term, planned => planned.First.Term, (_, planned) => planned.Second));
            ErasureJournal.Write(_folder, traces);
        });
        _marks = after;
        (int lines, int mentions) = Clean(cleaning, traces, rows);
        return outcome with { QuarantineEmptied = Math.Max(outcome.QuarantineEmptied, lines), Mentions = outcome.Mentions + mentions, Elsewhere = cleaning.FilesWith(traces) };
    }

    /// <inheritdoc/>
    public bool Tidy()
    {
        _checkpoints.Finish();
        return _messages.MoveSome();
    }

    /// <inheritdoc/>
    public FactOrigin OriginOf(long factId) => _origins.Of(factId);

    /// <inheritdoc/>
    public int IdentityOf(long factId) => _origins.IdentityOf(factId);

    /// <inheritdoc/>
    public void SaveSnapshot(HistoryBase histories, int[] places, byte[] kinds, LivePosition position)
    {
        var marks = new Marks(position.Import, position.Facts, position.Identities, position.Terms, position.Kinds, position.Joins);
        using Database own = WorkspaceFile.OpenToRead(_folder);
        BaseLoader.SaveSnapshot(_folder, own, new LoadedHistories(histories, marks, new Placement(places), kinds));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _checkpoints.Dispose();
        _writer.Dispose();
        _rows.Dispose();
        _messages.Dispose();
        _origins.Dispose();
        _database.Dispose();
    }

    private (int Lines, int Mentions) Clean(Cleaning cleaning, Traces traces, ErasureWriter rows)
    {
        int lines = LineFiles.Erase(_folder, traces);
        int mentions = 0;
        cleaning.Run(traces, () => _database.Transaction(() => mentions = rows.EraseFromPayloads(traces)));
        ErasureJournal.Delete(_folder);
        return (lines, mentions);
    }

    // What a crash left: before the transaction ended nothing had happened; after it, the files are cleaned now.
    private void FinishErasure()
    {
        if (ErasedKeyTable.IsUnclean(_database))
        {
            var cleaning = new Cleaning(_folder, _database);
            cleaning.Prepare();
            if (ErasureJournal.Read(_folder) is { } traces)
            {
                Clean(cleaning, traces, new ErasureWriter(_database));
            }
            else
            {
                cleaning.RunBlind();
            }
        }

        ErasureJournal.Delete(_folder);
    }

    private void WriteNumbered(LiveCommit commit)
    {
        for (int i = 0; i < commit.Identities.Count; i++)
        {
            _rows.WriteIdentity(_marks.Identities + i, (byte)commit.Identities[i].Kind, commit.Identities[i].Key);
        }

        for (int i = 0; i < commit.Terms.Count; i++)
        {
            _rows.WriteTerm(_marks.Terms + 1 + i, commit.Terms[i]);
        }

        for (int i = 0; i < commit.Kinds.Count; i++)
        {
            _rows.WriteKind(_marks.Kinds + i, commit.Kinds[i]);
        }

        for (int i = 0; i < commit.Facts.Count; i++)
        {
            StoredFact fact = commit.Facts[i];
            _rows.WriteFact(_marks.Facts + 1 + i, in fact);
        }
    }

    private void WriteProducts(LiveCommit commit)
    {
        if (commit.Products.Count > 0)
        {
            ProductMap.WriteAll(_database, commit.Products);
        }
    }

    private static List<(IdentityKind Kind, string Key)> Identities(Database database, Marks marks)
    {
        var identities = new List<(IdentityKind, string)>(marks.Identities);
        using Statement select = database.Prepare(SelectIdentities).Bind(1, marks.Identities);
        while (select.Step())
        {
            identities.Add(((IdentityKind)select.Int32(0), select.Text(1)!));
        }

        return identities;
    }

    private static List<JoinRow> Joins(Database database, Marks marks)
    {
        var joins = new List<JoinRow>();
        using Statement select = database.Prepare(SelectJoins).Bind(1, marks.Joins);
        while (select.Step())
        {
            Instant? at = select.IsNull(3) ? null : new Instant(select.Int64(3));
            Trust trust = select.IsNull(5) ? Trust.Company : (Trust)select.Int32(5);
            joins.Add(new JoinRow(select.Int64(0), select.Int32(1), select.Int32(2), at, select.Text(4), trust));
        }

        return joins;
    }
}

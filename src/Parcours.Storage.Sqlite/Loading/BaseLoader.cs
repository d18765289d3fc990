using Parcours.Domain.Accounts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Properties;
using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite.Files;
using Parcours.Storage.Sqlite.Snapshots;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>Brings the base into memory, and knows which subject of it a key names.</summary>
internal sealed class BaseLoader(string folder, Database database)
{
    // A start reads a tail of this share about as fast as the snapshot would be written anew.
    private const double LargestTail = 0.02;

    private const string SelectIdentity = "SELECT id FROM identities WHERE key = ?1 AND id < ?2 ORDER BY kind LIMIT 1";

    private LoadedHistories? _loaded;
    private Marks _snapshot;
    private FactProperties _snapshotProperties = FactProperties.None;
    private long? _lineage;

    /// <summary>The most subjects that a load leaves in the overlay.</summary>
    internal int MostInOverlay { get; set; } = TailMerge.MostInOverlay;

    /// <summary>The number of the last fact in the snapshot that the load began from; 0 where there was none that could be read.</summary>
    internal long SnapshotFacts => _snapshot.Facts;

    /// <summary>The base as the store stands now.</summary>
    internal HistoryBase Load(WorkspaceSettings settings, IProgress<double>? progress)
    {
        Calendar calendar = Calendar.Find(settings.ZoneId)
            ?? throw new WorkspaceException(new WorkspaceRefusal.Unreadable(folder, $"its time zone {settings.ZoneId} is unknown"));
        FactProperties declared = PropertyFile.InFolder(folder);

        // One view of the store for all that is read here, though an import may be sealed meanwhile.
        database.Execute(Schema.BeginRead);
        try
        {
            Load(Marks.Sealed(database), calendar, settings.Currency, declared, progress);
        }
        finally
        {
            database.RollBack();
        }

        progress?.Report(1);
        return _loaded!.Histories;
    }

    /// <summary>Writes the snapshot of the base last loaded, unless the one on disk is nearly as good.</summary>
    internal void SaveSnapshot(HistoryBase histories)
    {
        bool isNear = _snapshot.Facts >= _loaded?.Marks.Facts * (1 - LargestTail) && _snapshotProperties.DeclaresAs(histories.Properties);
        if (_loaded?.Histories != histories || isNear)
        {
            return;
        }

        SaveSnapshot(folder, database, _loaded with { Histories = histories.Compact() }, _lineage);
        _snapshot = _loaded.Marks;
        _snapshotProperties = histories.Properties;
    }

    /// <summary>Writes the snapshot of a base that grew beside the loader.</summary>
    internal static void SaveSnapshot(string folder, Database database, LoadedHistories grown) =>
        SaveSnapshot(folder, database, grown, Lineage.Of(database, grown.Marks));

    /// <summary>Writes it only while the store is the one that was read: somebody may have been erased since, and must not come back by a snapshot.</summary>
    private static void SaveSnapshot(string folder, Database database, LoadedHistories grown, long? known)
    {
        try
        {
            if (known is { } lineage && Lineage.Of(database, grown.Marks) == lineage)
            {
                SnapshotFile.Write(folder, lineage, grown);
                if (Lineage.Of(database, grown.Marks) != lineage)
                {
                    SnapshotFile.Delete(folder);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // A snapshot is a cache: without room or right to write it, the next start reads the store.
        }
    }

    /// <summary>The subject that any of its keys names, in the base last loaded; -1 for none.</summary>
    internal int FindSubject(string key)
    {
        Placement placement = _loaded?.Placement ?? Placement.Load(database, Marks.Sealed(database));
        using Statement select = database.Prepare(SelectIdentity).Bind(1, key).Bind(2, placement.SubjectOf.Length);
        return select.Step() ? placement.SubjectOf[select.Int32(0)] : -1;
    }

    private void Load(Marks marks, Calendar calendar, byte currency, FactProperties declared, IProgress<double>? progress)
    {
        LoadedHistories? snapshot = SnapshotFile.TryRead(folder, wanted => Lineage.Of(database, wanted), calendar, currency, progress);
        _snapshot = snapshot?.Marks ?? default;
        _lineage = Lineage.Of(database, marks);
        _snapshotProperties = snapshot?.Histories.Properties ?? FactProperties.None;
        using var origins = new FactOrigins(folder);
        LoadedHistories loaded = (snapshot is null ? null : Extend(snapshot, marks, origins)) ?? Rebuild(marks, calendar, currency, origins, progress);

        // Columns go by the numbers of facts: those of the snapshot stand whatever became of the histories, unless something else is declared now.
        bool isKnown = _snapshotProperties.DeclaresAs(declared);
        FactProperties properties = PropertyReader.Read(
            folder, isKnown ? _snapshotProperties : declared, loaded.Histories.Vocabulary, isKnown ? _snapshot.Facts : 0, marks.Facts);
        _loaded = loaded with { Histories = loaded.Histories.With(properties) };
    }

    private LoadedHistories Rebuild(Marks marks, Calendar calendar, byte currency, FactOrigins origins, IProgress<double>? progress)
    {
        Placement placement = Placement.Load(database, marks);
        FactColumns[] facts = FactReader.Read(folder, 0, marks.Facts, placement, share => progress?.Report(share * 0.8));
        SubjectTable subjects = SubjectTable.Load(database, marks, placement);
        Vocabulary words = VocabularyTable.Load(database, marks, Vocabulary.Empty);
        var histories = new HistoryBase(SegmentBuilder.Build(facts, placement.SubjectCount), subjects.ToSubjects(), words, calendar, currency);
        histories = histories.With(AccountHistories.Build(histories, null, null, origins.Of), histories.Subjects, words).Compact();
        return new LoadedHistories(histories, marks, placement, subjects.Kinds);
    }

    private LoadedHistories? Extend(LoadedHistories snapshot, Marks marks, FactOrigins origins)
    {
        HistoryBase before = snapshot.Histories;
        Vocabulary words = VocabularyTable.Load(database, marks, before.Vocabulary);
        if (marks == snapshot.Marks)
        {
            return snapshot with { Histories = before.With([], before.Subjects, words) };
        }

        Placement placement = marks.Identities == snapshot.Marks.Identities && marks.Joins == snapshot.Marks.Joins
            ? snapshot.Placement
            : Placement.Load(database, marks);
        List<int> moved = placement.Moved(snapshot.Placement);
        if (moved.Count > 0)
        {
            if (before.Subjects.HasAccounts)
            {
                // Stakeholders' facts stand in their accounts under their earlier places.
                return null;
            }

            before = before.With(MovedHistories.Build(before, snapshot.Placement, placement, moved, origins), before.Subjects, words);
        }

        SubjectTable subjects = moved.Count > 0
            ? SubjectTable.Load(database, marks, placement)
            : SubjectTable.Extend(before.Subjects, snapshot.KeyKinds, snapshot.Marks.Identities, database, marks, placement);
        Subjects names = subjects.ToSubjects();
        FactColumns[] facts = FactReader.Read(folder, snapshot.Marks.Facts, marks.Facts, placement, _ => { });
        var tail = new TailMerge(before, facts, placement.SubjectCount, origins.Of);
        HistoryBase histories = tail.Merge(names, words, MostInOverlay);
        histories = histories.With(AccountHistories.Build(histories, tail.Touched, before, origins.Of), names, words);
        return new LoadedHistories(histories.OverlayCount <= MostInOverlay ? histories : histories.Compact(), marks, placement, subjects.Kinds);
    }
}

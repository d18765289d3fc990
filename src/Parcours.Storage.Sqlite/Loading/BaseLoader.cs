using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Workspaces;
using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>Brings the base into memory, and knows which subject of it a key names.</summary>
internal sealed class BaseLoader(string folder, Database database)
{
    private const string SelectIdentity = "SELECT id FROM identities WHERE key = ?1 AND id < ?2 ORDER BY kind LIMIT 1";

    private Placement? _placement;

    /// <summary>The base as the store stands now.</summary>
    internal HistoryBase Load(WorkspaceSettings settings, IProgress<double>? progress)
    {
        Calendar calendar = Calendar.Find(settings.ZoneId)
            ?? throw new WorkspaceException(new WorkspaceRefusal.Unreadable(folder, $"its time zone {settings.ZoneId} is unknown"));
        Marks marks = Marks.Sealed(database);
        Placement placement = Placement.Load(database, marks);
        FactColumns[] facts = FactReader.Read(folder, 0, marks.Facts, placement, share => progress?.Report(share * 0.8));
        var histories = new HistoryBase(
            SegmentBuilder.Build(facts, placement.SubjectCount),
            SubjectTable.Load(database, marks, placement).ToSubjects(),
            VocabularyTable.Load(database, marks, Vocabulary.Empty),
            calendar,
            settings.Currency);
        _placement = placement;
        progress?.Report(1);
        return histories;
    }

    /// <summary>Writes the snapshot of a base just loaded.</summary>
    internal void SaveSnapshot(HistoryBase histories)
    {
        ArgumentNullException.ThrowIfNull(histories);
    }

    /// <summary>The subject that any of its keys names, in the base last loaded; -1 for none.</summary>
    internal int FindSubject(string key)
    {
        _placement ??= Placement.Load(database, Marks.Sealed(database));
        using Statement select = database.Prepare(SelectIdentity).Bind(1, key).Bind(2, _placement.SubjectOf.Length);
        return select.Step() ? _placement.SubjectOf[select.Int32(0)] : -1;
    }
}

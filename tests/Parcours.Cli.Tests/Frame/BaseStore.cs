using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Engine.Import;
using Parcours.Engine.Live;
using Parcours.Engine.Suppressions;
using Parcours.Engine.Webhooks;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Frame;

/// <summary>A store that only ever gives one base, for verbs that read.</summary>
internal sealed class BaseStore(HistoryBase histories) : IWorkspaceStore
{
    public const byte Euro = 1;

    public WorkspaceSettings Settings => new(histories.Calendar.ZoneId, histories.Currency);

    public static WorkspaceOpener Opener(HistoryBase histories) => new(_ => new BaseStore(histories), _ => throw new NotSupportedException());

    /// <summary>A base of orders in euros, at noon UTC: each customer's key, then its dates and cents.</summary>
    public static HistoryBase Orders(params (string Key, (string Date, long Cents)[] Orders)[] customers) => new(
        [Segment.Of([.. customers.Select(customer => customer.Orders.Select(order => new FactRow(
            new Fact(Instant.From(DateTimeOffset.Parse(order.Date + "T12:00:00Z", null)), order.Cents, 0, FactKind.Order, Euro, 0), 1, 0, 0, Extra.None)))])],
        Subjects.Of([.. customers.Select(customer => customer.Key)]),
        Vocabulary.Empty,
        Calendar.Utc,
        Euro);

    public HistoryBase Load(IProgress<double>? progress) => histories;

    public void Dispose()
    {
    }

    public void Save(WorkspaceSettings settings) => throw new NotSupportedException();

    public void SaveSnapshot(HistoryBase histories)
    {
    }

    public IImportSession BeginImport(ImportSource source) => throw new NotSupportedException();

    public ILiveStore BeginLive() => throw new NotSupportedException();

    public IWorkspaceStore OpenReader() => throw new NotSupportedException();

    public long LastTransition => 0;

    public IReadOnlyList<TransitionRow> TransitionsAfter(long after, int most) => [];

    public ILiveRecords OpenRecords() => throw new NotSupportedException();

    public IImportSession BeginTrial() => throw new NotSupportedException();

    public StoreCopy CopyTo(string folder) => throw new NotSupportedException();

    public IAccessStore OpenAccess() => throw new NotSupportedException();

    public IWebhookStore OpenWebhooks() => throw new NotSupportedException();

    public IBackupStore OpenBackups() => throw new NotSupportedException();

    public ISuppressionStore OpenSuppressions() => throw new NotSupportedException();

    public int FindSubject(string key) => throw new NotSupportedException();

    public IReadOnlyList<StoredDetail> DetailsOf(ReadOnlySpan<long> factIds) => throw new NotSupportedException();

    public IReadOnlyList<StoredProduct> Products() => [];

    public string? Document(string name) => null;

    public void SaveDocument(string name, string text) => throw new NotSupportedException();
}

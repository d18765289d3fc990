using System.Globalization;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Erasure;
using Parcours.Engine.Live;
using Parcours.Engine.Workspaces;

namespace Parcours.Engine.Backups;

/// <summary>Tells a restored workspace what came after its backup: who is not to come back, who is never written to.</summary>
public static class RestoredPrivacy
{
    /// <summary>Takes the records in, and erases anew whom the backup still held.</summary>
    /// <param name="store">The restored workspace, open for writing and used by nobody else.</param>
    /// <param name="records">What is known beside the backup.</param>
    /// <param name="now">Now.</param>
    /// <param name="by">Who restores.</param>
    /// <returns>What was erased anew.</returns>
    public static ErasureOutcome Apply(IWorkspaceStore store, IReadOnlyList<PrivacyRecord> records, Instant now, Caller by)
    {
        using IBackupStore backups = store.OpenBackups();
        int news = records.Sum(record => backups.Merge(record, new Audited(now, by, "workspace.restored")));
        return news == 0 ? new ErasureOutcome(0, 0, 0, 0, 0) : EraseAgain(store, backups.Erased(), now, by);
    }

    private static ErasureOutcome EraseAgain(IWorkspaceStore store, ErasedKeys erased, Instant now, Caller by)
    {
        using var live = LiveWorkspace.Open(store.BeginLive, null);
        int[] places = live.Ask(graph => Enumerable.Range(0, graph.Count).Where(identity => erased.Contains(graph[identity].Kind, graph[identity].Key))
            .Select(graph.PlaceOf).Distinct().Order().ToArray()).GetAwaiter().GetResult();
        ErasureOutcome outcome = live.Erase(places, now).GetAwaiter().GetResult();
        using IAccessStore access = store.OpenAccess();
        foreach (int place in places)
        {
            access.Write(new Audited(now, by, "person.erased"), string.Create(CultureInfo.InvariantCulture, $"identity:{place}"));
        }

        return outcome;
    }
}

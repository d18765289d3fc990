using System.Globalization;
using System.Text.Json;
using Parcours.Domain.Customers;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Customers;
using Parcours.Engine.Live;
using Parcours.Engine.Workspaces;
using Parcours.Server.Analyses;
using Parcours.Server.Live;
using Parcours.Server.Routes;

namespace Parcours.Server.Customers;

/// <summary>Reads one customer of the live base: nothing of it looks at another subject, so it takes as long in a base of a million as in one of ten.</summary>
internal sealed class CustomerReading(LiveState live, ILiveRecords records, ResolvedLifecycles lifecycles, KeptScores scores, StakeholderIndex stakeholders, TimeProvider time)
{
    /// <summary>Who has a key; null for nobody.</summary>
    internal Task<CustomerIdentity?> FindAsync(string key) => live.Workspace.Ask(graph => CustomerIdentity.Find(graph, key));

    /// <summary>Writes a profile.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="who">Who it is.</param>
    /// <param name="asked">Which of its facts, the newest first.</param>
    /// <param name="withPayloads">Whether what sources said beside the facts is shown.</param>
    /// <param name="language">"en" or "fr".</param>
    internal void Write(Utf8JsonWriter json, CustomerIdentity who, PageAsked asked, bool withPayloads, string language)
    {
        HistoryBase histories = live.Workspace.Histories;
        Instant now = Instant.From(time.GetUtcNow());
        int subject = who.Place;
        History history = histories[subject].Until(now);
        (FactLine[] facts, string? next) = Facts(histories, history, asked, withPayloads);
        CustomerJson.Write(json, histories.Subjects.KeyOf(subject), facts, StagesOf(histories, subject, now, language));
        json.WriteTexts("stages_pending", lifecycles.Pending);
        json.WriteString("facts_next", next);
        ProfileJson.Write(json, who);
        ProfileJson.Write(json, histories, subject, CustomerOrders.Of(histories, subject, now), history);
        ProfileJson.Write(json, scores.Of(histories, subject, now, language));
        if (histories.Subjects.TypeOf(subject) == SubjectType.Account)
        {
            stakeholders.Write(json, histories, subject);
        }
    }

    /// <summary>Writes a part of the facts, the newest first.</summary>
    internal void WriteFacts(Utf8JsonWriter json, CustomerIdentity who, PageAsked asked, bool withPayloads)
    {
        HistoryBase histories = live.Workspace.Histories;
        (FactLine[] facts, string? next) = Facts(histories, histories[who.Place], asked, withPayloads);
        json.WriteStartArray("items");
        foreach (FactLine fact in facts)
        {
            CustomerJson.Write(json, fact);
        }

        json.WriteEndArray();
        json.WriteString("next", next);
    }

    // A cursor is the number of the last fact shown: facts that come meanwhile are before it, wherever they stand in time.
    private (FactLine[] Facts, string? Next) Facts(HistoryBase histories, History history, PageAsked asked, bool withPayloads)
    {
        int end = history.Count;
        if (asked.After is not null)
        {
            int at = history.FactIds.IndexOf(asked.AfterNumber(-1));
            end = at < 0 ? 0 : at;
        }

        int from = Math.Max(0, end - asked.Limit);
        IReadOnlyList<StoredDetail> details = records.DetailsOf(history.FactIds[from..end]);
        FactLine[] lines = FactLines.Of(histories, history, from, end - from, details);
        Array.Reverse(lines);
        string? next = from == 0 ? null : Paging.Cursor(history.FactIds[from].ToString(CultureInfo.InvariantCulture));
        return (withPayloads ? lines : [.. lines.Select(line => line with { Payload = null })], next);
    }

    private IEnumerable<CustomerStages> StagesOf(HistoryBase histories, int subject, Instant now, string language) =>
        from resolved in lifecycles.On(histories, histories.Subjects.TypeOf(subject))
        let stages = CustomerStages.Of(resolved.Analysis, subject, now, language)
        where stages is not null
        select stages with { ResolvedAt = resolved.At };
}

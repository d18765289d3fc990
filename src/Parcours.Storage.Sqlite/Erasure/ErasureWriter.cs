using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Erasure;
using Parcours.Engine.Live;
using Parcours.Storage.Sqlite.Files;
using Parcours.Storage.Sqlite.Importing;

namespace Parcours.Storage.Sqlite.Erasure;

/// <summary>The rows that an erasure changes, in the open transaction.</summary>
internal sealed partial class ErasureWriter(Database database)
{
    private const string SelectFact = "SELECT hash, link_key, payload FROM facts WHERE id = ?1";

    // What was given without a date keeps the instant that stands for "no date".
    private const string UpdateFact = """
        UPDATE facts SET identity = ?2, at = CASE WHEN channel_flags & 32 THEN at ELSE ?3 END, channel_flags = ?4, link = ?5, hash = ?6, until = ?7,
          link_key = NULL, payload = NULL
        WHERE id = ?1
        """;

    private const string DeleteFact = "DELETE FROM facts WHERE id = ?1";
    private const string UpdateActor = "UPDATE facts SET actor = ?2, payload = NULL WHERE id = ?1";
    private const string UpdatePayload = "UPDATE facts SET payload = ?2 WHERE id = ?1";
    private const string UpdateIdentity = "UPDATE identities SET kind = 5, key = ?2 WHERE id = ?1";
    private const string InsertIdentity = "INSERT INTO identities (id, kind, key) VALUES (?1, 5, ?2)";
    private const string SelectJoins = "SELECT id, identity, other FROM joins ORDER BY id";
    private const string DeleteJoin = "DELETE FROM joins WHERE id = ?1";
    private const string SelectReviews = "SELECT id, identity, other FROM identity_reviews";
    private const string DeleteReview = "DELETE FROM identity_reviews WHERE id = ?1";
    private const string SelectTransitions = "SELECT id, identity, at, announced_at FROM transitions ORDER BY id";
    private const string UpdateTransition = "UPDATE transitions SET identity = ?2, subject = ?3, at = ?4, announced_at = ?5 WHERE id = ?1";
    private const string IsOfCatalogue = "SELECT EXISTS (SELECT 1 FROM products WHERE product = ?1 OR category = ?1)";
    private const string UpdateTerm = "UPDATE terms SET text = ?2 WHERE id = ?1";
    private const string DeleteImported = "DELETE FROM message_ids WHERE high = ?1";
    private const string DeleteMessage = "DELETE FROM message_ids WHERE high = ?1 AND low = ?2";
    private const string SelectLines = "SELECT rowid, raw FROM quarantine WHERE raw <> ''";
    private const string EmptyLine = "UPDATE quarantine SET reason = 'erased', raw = '' WHERE rowid = ?1";
    private const string SelectMessages = "SELECT id, raw || detail FROM live_quarantine WHERE raw <> '' OR detail <> ''";
    private const string EmptyMessage = "UPDATE live_quarantine SET reason = 'erased', detail = '', raw = '', replayed = 1 WHERE id = ?1";

    // Answers kept for clients that ask again may hold anything: they are kept a day, and now not even that.
    private const string DeleteAnswers = "DELETE FROM answered_writes WHERE body IS NOT NULL";
    private const string SelectPayloads = "SELECT id, payload FROM facts WHERE payload IS NOT NULL";

    /// <summary>Does what the plan says, and gathers further traces on the way: order numbers, emptied texts.</summary>
    internal ErasureOutcome Write(ErasurePlan plan, Traces traces, Action<UInt128> forgetMessage)
    {
        EraseFacts(plan, traces, forgetMessage);
        EraseIdentities(plan);
        List<(int Term, string Text)> terms = EraseTerms(plan);
        int mentions = EraseMentions(plan, traces);
        int emptied = EmptyPutAside(traces);
        ErasedKeyTable.Count(database, plan);
        return new ErasureOutcome(plan.People.Count, plan.Kept.Count, plan.Dropped.Count, emptied, mentions) { Terms = terms };
    }

    /// <summary>Takes what names them out of everybody's payloads: a message about one person may name another.</summary>
    /// <returns>How many payloads.</returns>
    internal int EraseFromPayloads(Traces traces)
    {
        var found = new List<(long Id, string Payload)>();
        using (Statement select = database.Prepare(SelectPayloads))
        {
            while (select.Step())
            {
                if (traces.TakenFrom(select.Text(1)!) is { } left)
                {
                    found.Add((select.Int64(0), left));
                }
            }
        }

        using Statement update = database.Prepare(UpdatePayload);
        found.ForEach(fact => update.Bind(1, fact.Id).Bind(2, fact.Payload).Run());
        return found.Count;
    }

    private void EraseFacts(ErasurePlan plan, Traces traces, Action<UInt128> forgetMessage)
    {
        using Statement select = database.Prepare(SelectFact);
        using Statement imported = database.Prepare(DeleteImported);
        using Statement message = database.Prepare(DeleteMessage);
        foreach (long id in plan.Dropped.Concat(plan.Kept.Select(fact => fact.Row.FactId)))
        {
            select.Bind(1, id).Step();
            imported.Bind(1, select.Int64(0) ^ long.MinValue).Run();
            traces.Add(select.Text(1));
            if (select.Text(2) is { } payload && MessageIdIn(payload) is { } messageId)
            {
                UInt128 hash = MessageHash.Of(messageId);
                message.Bind(1, MessageIds.High(hash)).Bind(2, MessageIds.Low(hash)).Run();
                forgetMessage(hash);
                traces.Add(messageId);
            }

            select.Reset();
        }

        using Statement delete = database.Prepare(DeleteFact);
        plan.Dropped.ForEach(id => delete.Bind(1, id).Run());
        using Statement update = database.Prepare(UpdateFact);
        foreach (ErasedFact fact in plan.Kept)
        {
            FactRow row = fact.Row;
            update.Bind(1, row.FactId).Bind(2, fact.Identity).Bind(3, row.Fact.At.Micros).Bind(4, row.Fact.ChannelAndFlags).Bind(5, row.Link).Bind(6, row.MessageHash);
            _ = row.Extra.Until == Instant.Never ? update.BindNull(7) : update.Bind(7, row.Extra.Until.Micros);
            update.Run();
        }

        using Statement actor = database.Prepare(UpdateActor);
        plan.Acted.ForEach(acted => actor.Bind(1, acted.FactId).Bind(2, acted.Actor).Run());
    }

    private static string? MessageIdIn(string payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            JsonElement root = document.RootElement;
            foreach (string beside in (string[])["_message", "$message"])
            {
                root = root.TryGetProperty(beside, out JsonElement message) && message.ValueKind == JsonValueKind.Object ? message : root;
            }

            root = root.TryGetProperty("_message", out JsonElement inner) && inner.ValueKind == JsonValueKind.Object ? inner : root;
            return root.TryGetProperty("messageId", out JsonElement id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return null; // what an import kept beside a fact need not be a message
        }
    }

    private void EraseIdentities(ErasurePlan plan)
    {
        var successorOf = plan.People.SelectMany(person => person.Identities.Select(identity => (identity, person))).ToDictionary(pair => pair.identity, pair => pair.person);
        using Statement update = database.Prepare(UpdateIdentity);
        foreach (int identity in successorOf.Keys)
        {
            update.Bind(1, identity).Bind(2, ErasedPerson.EmptyKeyOf(identity)).Run();
        }

        using Statement insert = database.Prepare(InsertIdentity);
        plan.People.ForEach(person => insert.Bind(1, person.Successor).Bind(2, person.SuccessorKey).Run());
        DeletePairs(SelectJoins, DeleteJoin, successorOf.ContainsKey);
        DeletePairs(SelectReviews, DeleteReview, successorOf.ContainsKey);
        var transitions = new List<(long Id, ErasedPerson Person, long At, long Announced)>();
        using (Statement select = database.Prepare(SelectTransitions))
        {
            while (select.Step())
            {
                if (successorOf.TryGetValue(select.Int32(1), out ErasedPerson? person))
                {
                    transitions.Add((select.Int64(0), person, select.Int64(2), select.Int64(3)));
                }
            }
        }

        using Statement rename = database.Prepare(UpdateTransition);
        foreach ((long id, ErasedPerson person, long at, long announced) in transitions)
        {
            rename.Bind(1, id).Bind(2, person.Successor).Bind(3, person.SuccessorKey).Bind(4, DayOf(at)).Bind(5, DayOf(announced)).Run();
        }
    }

    private static long DayOf(long micros) => micros - (((micros % Instant.MicrosPerDay) + Instant.MicrosPerDay) % Instant.MicrosPerDay);

    /// <summary>Deletes rows about two identities when one of them is erased, and the rows that undid such a row.</summary>
    private void DeletePairs(string sql, string delete, Func<int, bool> isErased)
    {
        var gone = new HashSet<long>();
        using (Statement select = database.Prepare(sql))
        {
            while (select.Step())
            {
                int identity = select.Int32(1);
                if (identity < 0 ? gone.Contains(-identity) : isErased(identity) || isErased(select.Int32(2)))
                {
                    gone.Add(select.Int64(0));
                }
            }
        }

        using Statement row = database.Prepare(delete);
        foreach (long id in gone)
        {
            row.Bind(1, id).Run();
        }
    }

    private List<(int Term, string Text)> EraseTerms(ErasurePlan plan)
    {
        var erased = new List<(int Term, string Text)>();
        using Statement catalogue = database.Prepare(IsOfCatalogue);
        using Statement update = database.Prepare(UpdateTerm);
        foreach ((int term, string text) in plan.Terms)
        {
            catalogue.Bind(1, term).Step();
            bool stays = catalogue.Int64(0) != 0;
            catalogue.Reset();
            if (!stays)
            {
                update.Bind(1, term).Bind(2, text).Run();
                erased.Add((term, text));
            }
        }

        return erased;
    }

    private int EraseMentions(ErasurePlan plan, Traces traces)
    {
        int count = 0;
        using Statement select = database.Prepare(SelectFact);
        using Statement update = database.Prepare(UpdatePayload);
        foreach (long id in plan.Mentions)
        {
            select.Bind(1, id).Step();
            string? left = select.Text(2) is { } payload ? traces.TakenFrom(payload) : null;
            select.Reset();
            if (left is not null)
            {
                update.Bind(1, id).Bind(2, left).Run();
                count++;
            }
        }

        return count;
    }

    private int EmptyPutAside(Traces traces)
    {
        int emptied = Empty(SelectLines, EmptyLine, traces) + Empty(SelectMessages, EmptyMessage, traces);
        database.Execute(DeleteAnswers);
        return emptied;
    }

    private int Empty(string sql, string update, Traces traces)
    {
        var found = new List<long>();
        using (Statement select = database.Prepare(sql))
        {
            while (select.Step())
            {
                if (IsNamedIn(select.Text(1)!, traces))
                {
                    found.Add(select.Int64(0));
                }
            }
        }

        using Statement row = database.Prepare(update);
        found.ForEach(id => row.Bind(1, id).Run());
        return found.Count;
    }

    // What was put aside is kept as it came, and JSON may write any letter as a number.
    private static bool IsNamedIn(string raw, Traces traces) =>
        traces.AreIn(raw) || (raw.Contains("\\u", StringComparison.Ordinal) && traces.AreIn(EscapedLetter().Replace(raw, letter => ((char)ushort.Parse(letter.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString())));

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EscapedLetter();
}

using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Parcours.Domain.Customers;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Customers;
using Parcours.Server.Answers;
using Parcours.Server.Live;
using Parcours.Server.Routes;

namespace Parcours.Server.Customers;

/// <summary>Finds customers and accounts: by the beginning of any of their keys or of a word of an attribute, and among those of a segment.</summary>
internal sealed class CustomerSearch(LiveHost live, BaseAnswering answers, KnownKeys keys, TimeProvider time)
{
    private const int MostByKey = 10_000;
    private const int MostTerms = 10_000;

    private static readonly string[] _shown = ["name", "first_name", "last_name", "email", "phone", "city", "country"];

    /// <summary>A part of those found, in the order they came to be known; whoever has the very key comes first.</summary>
    internal async Task<byte[]> FindAsync(string? text, SegmentAsked segment, SubjectType type, string? at, PageAsked asked)
    {
        AnswerSource known = answers.Known();
        Instant now = known.At(at, Instant.From(time.GetUtcNow()));
        HistoryBase histories = segment.IsEmpty ? live.Workspace.Histories : known.Histories;
        string wanted = text?.Trim() ?? string.Empty;
        int exact = wanted.Length == 0 ? -1 : (await live.Workspace.Ask(graph => CustomerIdentity.Find(graph, wanted)))?.Place ?? -1;
        bool[]? found = wanted.Length == 0 ? null : await MatchesAsync(histories, wanted);
        IEnumerable<int> among = segment.IsEmpty ? Enumerable.Range(0, histories.SubjectCount) : SegmentAnswers.Members(known, segment, now);
        int after = (int)asked.AfterNumber(-1);
        bool IsOne(int subject) => subject < histories.SubjectCount && histories.Subjects.TypeOf(subject) == type && !histories.Subjects.Utf8KeyOf(subject).IsEmpty;
        IEnumerable<int> rest = among.Where(subject => subject > after && subject != exact && (found is null || found[subject]) && IsOne(subject));
        bool isFirst = asked.After is null && exact >= 0 && IsOne(exact) && (segment.IsEmpty || among.Contains(exact));
        List<int> subjects = [.. rest.Take(asked.Limit + 1)];
        string? next = null;
        if (subjects.Count > asked.Limit)
        {
            subjects.RemoveAt(asked.Limit);
            next = Paging.Cursor(subjects[^1].ToString(CultureInfo.InvariantCulture));
        }

        return JsonBytes.Of(json =>
        {
            json.WriteStartArray("items");
            foreach (int subject in isFirst ? subjects.Prepend(exact) : subjects)
            {
                Write(json, histories, subject, now);
            }

            json.WriteEndArray();
            json.WriteString("next", next);
        });
    }

    private async Task<bool[]> MatchesAsync(HistoryBase histories, string wanted)
    {
        bool[] found = new bool[histories.SubjectCount];
        foreach (int place in await keys.PlacesAsync(wanted, MostByKey))
        {
            if (place < found.Length)
            {
                found[place] = true;
            }
        }

        HashSet<int> terms = Terms(histories.Vocabulary, wanted);
        if (terms.Count > 0)
        {
            Parallel.ForEach(Partitioner.Create(0, found.Length), range =>
            {
                for (int subject = range.Item1; subject < range.Item2; subject++)
                {
                    found[subject] |= Says(histories[subject].Facts, terms);
                }
            });
        }

        return found;
    }

    private static bool Says(ReadOnlySpan<Fact> facts, HashSet<int> terms)
    {
        foreach (ref readonly Fact fact in facts)
        {
            if (fact.Kind == FactKind.AttributeChanged && terms.Contains((int)fact.Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The texts of which a word begins so.</summary>
    private static HashSet<int> Terms(Vocabulary words, string wanted)
    {
        var terms = new HashSet<int>();
        for (int term = 1; term < words.Count && terms.Count < MostTerms; term++)
        {
            string text = words.TextOf(term);
            for (int at = text.IndexOf(wanted, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(wanted, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                if (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
                {
                    terms.Add(term);
                    break;
                }
            }
        }

        return terms;
    }

    private static void Write(Utf8JsonWriter json, HistoryBase histories, int subject, Instant now)
    {
        History history = histories[subject].Until(now);
        var orders = CustomerOrders.Of(histories, subject, now);
        json.WriteStartObject();
        json.WriteString("id", histories.Subjects.KeyOf(subject));
        json.WriteString("type", histories.Subjects.TypeOf(subject) == SubjectType.Account ? "account" : "customer");
        foreach (CustomerAttribute attribute in CustomerAttribute.Of(histories.Vocabulary, history).Where(attribute => _shown.Contains(attribute.Name)))
        {
            json.WriteString(attribute.Name, attribute.Value);
        }

        json.WriteNumber("orders", orders.Count);
        json.WriteAmount("spend", orders.Spend, histories.Currency);
        json.WriteString("last_order_at", orders.LastAt?.ToString());
        json.WriteString("last_fact_at", history.IsEmpty ? null : history.Facts[^1].At.ToString());
        json.WriteEndObject();
    }
}

using System.Globalization;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Customers;
using Parcours.Server.Answers;
using Parcours.Server.Live;
using Parcours.Server.Routes;

namespace Parcours.Server.Customers;

/// <summary>Finds customers and accounts: by the beginning of any of their keys or of a word of an attribute, and among those of a segment.</summary>
internal sealed class CustomerSearch(LiveState live, BaseAnswering answers, KnownKeys keys, TimeProvider time)
{
    private const int MostByKey = 10_000;

    /// <summary>A part of those found, in the order they came to be known; whoever has the very key comes first.</summary>
    internal async Task<byte[]> FindAsync(string? text, SegmentAsked segment, SubjectType type, string? at, PageAsked asked)
    {
        AnswerSource known = answers.Known();
        Instant now = known.At(at, Instant.From(time.GetUtcNow()));
        HistoryBase histories = segment.IsEmpty ? live.Workspace.Histories : known.Histories;
        string wanted = text?.Trim() ?? string.Empty;
        (int exact, bool[]? found) = wanted.Length == 0 ? (-1, null) : await MatchesAsync(histories, wanted);
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
                CustomerRowJson.Write(json, histories, subject, now);
            }

            json.WriteEndArray();
            json.WriteString("next", next);
        });
    }

    /// <summary>Who has the very key, -1 for nobody; and whether each subject has a key or a word of an attribute that begins so.</summary>
    internal async Task<(int Exact, bool[] Found)> MatchesAsync(HistoryBase histories, string wanted)
    {
        bool[] found = AttributeMatches.Of(histories, wanted);
        foreach (int place in await keys.PlacesAsync(wanted, MostByKey))
        {
            if (place < found.Length)
            {
                found[place] = true;
            }
        }

        return ((await live.Workspace.Ask(graph => CustomerIdentity.Find(graph, wanted)))?.Place ?? -1, found);
    }
}

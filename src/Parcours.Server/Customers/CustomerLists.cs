using System.Collections.Concurrent;
using System.Diagnostics;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Answers;
using Parcours.Engine.Customers;
using Parcours.Server.Answers;

namespace Parcours.Server.Customers;

/// <summary>
/// Lists of customers, filtered and sorted once and kept a while, so that the parts of a list that come while one scrolls cost what they show. A handful is kept:
/// each may number everybody.
/// </summary>
internal sealed class CustomerLists(BaseAnswering answers, CustomerSearch search, TimeProvider time)
{
    private const int MostKept = 12;
    private const int WorthOfWork = 20; // kept for so many times what it took
    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Question, Lazy<Task<Kept>>> _kept = new();

    /// <summary>The customers or accounts of a list, in its order.</summary>
    /// <exception cref="AnswerException">The segment cannot be understood.</exception>
    internal async Task<int[]> OfAsync(Question question)
    {
        if (_kept.TryGetValue(question, out Lazy<Task<Kept>>? before))
        {
            if (!before.Value.IsFaulted && await before.Value is var kept && IsGood(kept))
            {
                return kept.Subjects;
            }

            _kept.TryRemove(KeyValuePair.Create(question, before));
        }

        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        Lazy<Task<Kept>> worked = _kept.GetOrAdd(question, asked => new(() => Task.Run(() => WorkAsync(asked))));
        try
        {
            return (await worked.Value).Subjects;
        }
        catch
        {
            _kept.TryRemove(KeyValuePair.Create(question, worked));
            throw;
        }
    }

    /// <summary>The names of the attributes that anybody has, in their order: read from the whole base, so kept.</summary>
    internal Task<string[]> AttributesAsync(CancellationToken cancellation) =>
        answers.WorkOutAsync("attribute names", (known, _) => AttributeNames(known.Histories), cancellation);

    private bool IsGood(Kept kept)
    {
        TimeSpan worth = WorthOfWork * kept.Took;
        return ReferenceEquals(kept.Of, answers.Known().Histories) || time.GetUtcNow() - kept.Since < (worth > _fresh ? worth : _fresh);
    }

    private async Task<Kept> WorkAsync(Question asked)
    {
        long began = Stopwatch.GetTimestamp();
        AnswerSource known = answers.Known();
        HistoryBase histories = known.Histories;
        int exact = -1;
        bool[]? found = null;
        if (asked.Text.Length > 0)
        {
            (exact, found) = await search.MatchesAsync(histories, asked.Text);
        }

        IEnumerable<int> among = asked.Segment.IsEmpty ? Enumerable.Range(0, histories.SubjectCount) : SegmentAnswers.Members(known, asked.Segment, asked.At);
        SubjectType type = asked.Segment.Type;
        int[] subjects = [.. among.Where(subject =>
            histories.Subjects.TypeOf(subject) == type && (found is null || found[subject] || subject == exact)
            && histories[subject] is { IsEmpty: false } history && history.Facts[0].At <= asked.At)];
        CustomerSorting.Sort(histories, subjects, asked.By, asked.Descending, asked.At);
        if (Array.IndexOf(subjects, exact) is > 0 and var place)
        {
            subjects.AsSpan(0, place).CopyTo(subjects.AsSpan(1)); // whoever has the very key comes first
            subjects[0] = exact;
        }

        return new Kept(subjects, histories, time.GetUtcNow(), Stopwatch.GetElapsedTime(began));
    }

    private static string[] AttributeNames(HistoryBase histories)
    {
        var terms = new ConcurrentDictionary<int, bool>();
        Parallel.For(0, histories.SubjectCount, subject =>
        {
            foreach (ref readonly Fact fact in histories[subject].Facts)
            {
                if (fact.Kind == FactKind.AttributeChanged && !terms.ContainsKey(fact.Item))
                {
                    terms.TryAdd(fact.Item, true);
                }
            }
        });
        return [.. terms.Keys.Select(histories.Vocabulary.TextOf).Order(StringComparer.Ordinal)];
    }

    /// <summary>What makes a list.</summary>
    /// <param name="Segment">Who.</param>
    /// <param name="Text">The beginning of a key, or of a word of an attribute; empty for all.</param>
    /// <param name="At">The date.</param>
    /// <param name="By">What it is sorted by.</param>
    /// <param name="Descending">Whether the greatest come first.</param>
    internal sealed record Question(SegmentAsked Segment, string Text, Instant At, CustomerOrder By, bool Descending);

    private sealed record Kept(int[] Subjects, HistoryBase Of, DateTimeOffset Since, TimeSpan Took);
}

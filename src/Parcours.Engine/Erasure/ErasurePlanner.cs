using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Parcours.Domain.Accounts;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;

namespace Parcours.Engine.Erasure;

/// <summary>Works out what erasing people means: which facts stay and as what, which terms only they used.</summary>
internal sealed class ErasurePlanner(HistoryBase histories, IdentityGraph graph, ErasedKeys erased)
{
    private readonly HashSet<long> _theirs = [];
    private readonly HashSet<int> _candidates = [];

    /// <summary>The plan, the identities already changed in the graph.</summary>
    /// <param name="places">Whom: places of subjects, each once.</param>
    /// <param name="at">Now.</param>
    public ErasurePlan Plan(IReadOnlyCollection<int> places, Instant at)
    {
        var plan = new ErasurePlan { At = at };
        var successorOf = new Dictionary<int, int>();
        foreach (int place in places)
        {
            foreach (int member in graph.MembersOf(place))
            {
                (IdentityKind kind, string key) = graph[member];
                plan.Hashes.Add(erased.HashOf(kind, key));
                plan.Traces.Add(key);
            }

            string name = "erased-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
            ErasedPerson person = graph.Erase(place, name);
            plan.People.Add(person);
            successorOf[place] = person.Successor;
            if (place < histories.SubjectCount)
            {
                AddFacts(place, person.Successor, plan);
            }
        }

        if (histories.Subjects.HasAccounts)
        {
            AddAccounts(successorOf, plan);
        }

        AddTerms(plan);
        return plan;
    }

    private void AddFacts(int place, int successor, ErasurePlan plan)
    {
        var rows = new List<FactRow>();
        histories[place].CopyRowsTo(rows);
        var links = new Dictionary<int, int> { [0] = 0 };
        var kept = new List<FactRow>();
        int account = histories.Vocabulary.TryFind(AccountTerms.Attribute, out int term) ? term : -1;
        foreach (FactRow row in rows)
        {
            _theirs.Add(row.FactId);
            if (row.Fact.Kind == FactKind.Note || (row.Fact.Kind == FactKind.AttributeChanged && row.Fact.Item != account))
            {
                plan.Dropped.Add(row.FactId);
                Offer(row.Fact.Kind == FactKind.AttributeChanged ? (int)row.Fact.Value : 0);
                continue;
            }

            Offer(IsCompanysWord(row.Fact.Kind) ? 0 : row.Fact.Item);
            kept.Add(Nameless(row, links));
        }

        UndatedFacts.Place(CollectionsMarshal.AsSpan(kept));
        plan.Kept.AddRange(kept.Select(row => new ErasedFact(successor, row)));
    }

    private void Offer(int term)
    {
        if (term > 0)
        {
            _candidates.Add(term);
        }
    }

    private FactRow Nameless(FactRow row, Dictionary<int, int> links)
    {
        if (!links.TryGetValue(row.Link, out int link))
        {
            link = RandomNumberGenerator.GetInt32(1, int.MaxValue);
            links[row.Link] = link;
        }

        Fact fact = row.Fact with { At = DayOf(row.Fact.At), ChannelAndFlags = (byte)(row.Fact.ChannelAndFlags | (byte)FactFlags.DateOnly) };
        Extra extra = row.Extra.Until == Instant.Never ? row.Extra : row.Extra with { Until = DayOf(row.Extra.Until) };
        return row with { Fact = fact, Link = link, Extra = extra, MessageHash = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))) };
    }

    private Instant DayOf(Instant at) => histories.Calendar.StartOfDay(histories.Calendar.DayOf(at));

    /// <summary>Whether the item of a kind is a word of the company's own: an attribute, a purpose, a campaign, a survey. What people typed or looked at is not.</summary>
    private static bool IsCompanysWord(FactKind kind) => kind is FactKind.AttributeChanged or FactKind.OptIn or FactKind.OptOut or FactKind.Assignment or FactKind.MessageSent
        or FactKind.MessageBounced or FactKind.MessageOpened or FactKind.MessageClicked or FactKind.SurveyAnswer;

    private void AddAccounts(Dictionary<int, int> successorOf, ErasurePlan plan)
    {
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            if (histories.Subjects.TypeOf(subject) != SubjectType.Account)
            {
                continue;
            }

            var rows = new List<FactRow>();
            histories[subject].CopyRowsTo(rows);
            if (rows.Exists(row => _theirs.Contains(row.FactId) || successorOf.ContainsKey(row.Extra.Actor)))
            {
                plan.Acted.AddRange(rows.Where(row => successorOf.ContainsKey(row.Extra.Actor) && !_theirs.Contains(row.FactId)).Select(row => (row.FactId, successorOf[row.Extra.Actor])));
                plan.Mentions.AddRange(rows.Where(row => !_theirs.Contains(row.FactId)).Select(row => row.FactId));
            }
        }
    }

    /// <summary>The terms that nobody else's fact uses.</summary>
    private void AddTerms(ErasurePlan plan)
    {
        if (_candidates.Count == 0)
        {
            return;
        }

        _candidates.RemoveWhere(term => graph.Find(IdentityKind.Account, histories.Vocabulary.TextOf(term)) >= 0 || histories.Vocabulary.CategoryOf(term) != 0);
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            History history = histories[subject];
            for (int i = 0; i < history.Count; i++)
            {
                Fact fact = history.Facts[i];
                bool isTerm = FactKinds.HasTermValue(fact.Kind);
                bool uses = _candidates.Contains(fact.Item) || (isTerm && _candidates.Contains((int)fact.Value));
                if (uses && !_theirs.Contains(history.FactIds[i]))
                {
                    _candidates.Remove(fact.Item);
                    _ = isTerm && _candidates.Remove((int)fact.Value);
                }
            }
        }

        foreach (int term in _candidates.Order())
        {
            plan.Texts.Add(histories.Vocabulary.TextOf(term));
            plan.Terms.Add((term, string.Create(CultureInfo.InvariantCulture, $"erased-term-{term}")));
        }
    }
}

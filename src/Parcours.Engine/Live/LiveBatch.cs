using System.Collections.Immutable;
using Parcours.Domain.Accounts;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Erasure;
using Parcours.Engine.Identity;
using Parcours.Engine.Import;
using Parcours.Engine.Ingestion;

namespace Parcours.Engine.Live;

/// <summary>Puts one transaction together: messages become facts of identities, with the numbers of the store.</summary>
/// <param name="histories">The base before it.</param>
/// <param name="graph">All identities; changed.</param>
/// <param name="knows">Whether a message id is recorded in the store.</param>
/// <param name="details">What was last said of products.</param>
/// <param name="erased">The keys of people who were erased.</param>
internal sealed class LiveBatch(HistoryBase histories, IdentityGraph graph, Func<UInt128, bool> knows, Dictionary<int, string?> details, ErasedKeys erased)
{
    private const long MicrosPerHour = 3_600_000_000;
    private const string Role = "role";

    private readonly KnownFacts _known = new(histories, graph);
    private readonly HashSet<UInt128> _messages = [];
    private Words? _words;

    /// <summary>What is to be written.</summary>
    public LiveCommit Commit { get; } = new();

    /// <summary>The facts, in the order they are written.</summary>
    public List<PendingFact> Facts { get; } = [];

    /// <summary>The dictionary with what the transaction adds.</summary>
    public Words Words => _words ??= new Words(Commit, histories.Vocabulary, details);

    /// <summary>Takes the messages of a request.</summary>
    public IntakeCounts Take(Delivery delivery)
    {
        var counts = default(IntakeCounts);
        foreach (Received message in delivery.Messages)
        {
            IntakeCounts one = message.Event is { } said ? TakeEvent(said, delivery) : PutAside(message.Quarantined!, delivery.KeyId);
            counts += one;
        }

        return counts;
    }

    /// <summary>Takes a message that was put aside before: the account of its hour is put right.</summary>
    /// <returns>What became of it; null when it cannot be taken.</returns>
    public IntakeCounts? Replay(QuarantineRow row, IncomingEvent said, Trust trust)
    {
        if ((!erased.IsEmpty && NamesErased(said)) || said.Facts.Any(fact => Words.Kind(fact.Kind) == FactKind.None))
        {
            return null;
        }

        UInt128 id = MessageHash.Of(said.MessageId);
        bool isKnown = _messages.Contains(id) || knows(id);
        if (!isKnown)
        {
            _messages.Add(id);
            Commit.Messages.Add(id);
            Add(said, trust);
        }

        Commit.Replayed.Add(row.Id);
        return Account(row.KeyId, row.ReceivedAt, isKnown ? new IntakeCounts(0, 0, 1, -1) : new IntakeCounts(0, 1, 0, -1));
    }

    /// <summary>Takes a fact of an import, in the numbers of this transaction; one whose id is known is left out.</summary>
    /// <returns>Whether it is new.</returns>
    public bool Take(in StoredFact fact)
    {
        if (knows(fact.MessageId) || !_messages.Add(fact.MessageId))
        {
            return false;
        }

        Commit.Messages.Add(fact.MessageId);
        Store(fact);
        return true;
    }

    private void Store(in StoredFact fact)
    {
        var pending = new PendingFact(fact.Identity, fact);
        Facts.Add(pending);
        Commit.Facts.Add(fact);
        _known.Add(pending);
        if (fact.Fact.Currency != 0 && Commit.Currency == 0)
        {
            Commit.Currency = fact.Fact.Currency;
        }
    }

    private IntakeCounts PutAside(Quarantined message, int keyId)
    {
        Commit.Quarantined.Add((keyId, message));
        return Account(keyId, message.ReceivedAt, new IntakeCounts(1, 0, 0, 1));
    }

    private IntakeCounts TakeEvent(IncomingEvent said, Delivery delivery)
    {
        UInt128 id = MessageHash.Of(said.MessageId);
        if (_messages.Contains(id) || knows(id))
        {
            return Account(delivery.KeyId, said.ReceivedAt, new IntakeCounts(1, 0, 1, 0));
        }

        if (!erased.IsEmpty && NamesErased(said))
        {
            return PutAside(new Quarantined(said.ReceivedAt, "erased", "It names somebody who was erased: nothing of it was kept.", string.Empty), delivery.KeyId);
        }

        foreach (IncomingFact fact in said.Facts)
        {
            if (Words.Kind(fact.Kind) == FactKind.None)
            {
                string detail = $"The workspace has {Words.MostCustomKinds} kinds of its own already; \"{fact.Kind}\" would be one more.";
                return PutAside(new Quarantined(said.ReceivedAt, "too_many_kinds", detail, said.Payload ?? string.Empty), delivery.KeyId);
            }
        }

        _messages.Add(id);
        Commit.Messages.Add(id);
        Add(said, delivery.Trust);
        return Account(delivery.KeyId, said.ReceivedAt, new IntakeCounts(1, 1, 0, 0));
    }

    /// <summary>Whether a key was somebody's who was erased.</summary>
    public bool IsErased(IdentityKind kind, string key) => !erased.IsEmpty && graph.Find(kind, key) < 0 && erased.Contains(kind, key);

    /// <summary>Whether a key of the message was somebody's who was erased: one that is known now cannot be.</summary>
    private bool NamesErased(IncomingEvent said)
    {
        bool IsErased(IncomingIdentity? one) => one is not null && this.IsErased(one.Kind, one.Key);
        return said.Identities.Any(IsErased) || IsErased(said.Alias) || IsErased(said.AliasOr) || said.Facts.Any(fact => IsErased(fact.Actor));
    }

    private IntakeCounts Account(int keyId, Instant receivedAt, IntakeCounts one)
    {
        long hour = receivedAt.Micros - (receivedAt.Micros % MicrosPerHour);
        Commit.Accounts[(keyId, hour)] = Commit.Accounts.GetValueOrDefault((keyId, hour)) + one;
        return one;
    }

    private void Add(IncomingEvent said, Trust trust)
    {
        void Review(int one, int other) => Commit.Reviews.Add((one, other, "two_people", said.ReceivedAt));
        int identity = IdentityRules.Resolve(graph, said.Identities, trust, said.ReceivedAt, Review);
        if (said.Alias is { } alias)
        {
            alias = said.AliasOr is { } other && graph.Find(alias.Kind, alias.Key) < 0 && graph.Find(other.Kind, other.Key) >= 0 ? other : alias;
            IdentityRules.Alias(graph, identity, alias, trust, said.ReceivedAt, Review);
        }

        var facts = new EventFacts(said, identity, trust, this);
        if (said.Group is { } group)
        {
            facts.Account = IdentityOf(new IncomingIdentity(IdentityKind.Account, group.Account));
            if (graph[identity].Kind != IdentityKind.Account)
            {
                facts.Add(new IncomingFact { Kind = "attribute_changed", Item = AccountTerms.Attribute, ValueText = group.Account, Rule = IncomingRule.IfChanged });
                if (group.Role is { } role)
                {
                    facts.Add(new IncomingFact { Kind = "attribute_changed", Item = Role, ValueText = role, Rule = IncomingRule.IfChanged });
                }
            }
        }

        foreach (IncomingFact fact in said.Facts)
        {
            facts.Add(fact);
        }
    }

    private int IdentityOf(IncomingIdentity incoming) =>
        graph.Find(incoming.Kind, incoming.Key) is >= 0 and var found ? found : graph.Create(incoming.Kind, incoming.Key);

    /// <summary>The facts of one event.</summary>
    private sealed class EventFacts(IncomingEvent said, int identity, Trust trust, LiveBatch batch)
    {
        private int _place;
        private bool _isKnownOrder;

        public int Account { get; set; } = -1;

        public void Add(IncomingFact fact)
        {
            int who = fact.OfAccount && Account >= 0 ? Account : identity;
            FactKind kind = batch.Words.Kind(fact.Kind);
            int link = LinkHash.Of((fact.Link ?? string.Empty).AsSpan().Trim());
            int item = batch.Words.Term(fact.Item);
            long value = fact.ValueText is null ? fact.Value : batch.Words.Term(fact.ValueText);
            if (fact.Item is not null && (fact.Category is not null || fact.Product is not null))
            {
                batch.Words.Product(item, batch.Words.Term(fact.Category), fact.Product, trust == Trust.Public);
            }

            var plain = new Fact(fact.At ?? said.At, value, item, kind, fact.Currency, Fact.Pack(fact.Channel, fact.Flags));
            if (Ruled(fact.Rule, plain, who, link) is { } taken)
            {
                Store(fact, taken, who, link);
            }
        }

        private void Store(IncomingFact fact, Fact taken, int who, int link)
        {
            int actor = fact.Actor is { } acted ? batch.IdentityOf(acted) : -1;
            var extra = new Extra(fact.Until, actor, fact.Quantity);
            string? payload = _place == 0 ? Payloads.Together(fact.Payload, said.Payload) : fact.Payload;
            var stored = new StoredFact(who, taken, link, MessageHash.OfFact(said.MessageId, _place), extra, fact.Link, payload);
            _place++;
            batch.Store(stored);
        }

        private Fact? Ruled(IncomingRule rule, Fact fact, int who, int link)
        {
            switch (rule)
            {
                case IncomingRule.OrderTotal when link != 0:
                    ImmutableArray<Fact> known = [.. batch._known.OfLink(who, link)];
                    if (!known.Any(one => one.Kind == FactKind.Order))
                    {
                        return fact;
                    }

                    _isKnownOrder = true;
                    long difference = fact.Value - known.Where(one => one.Kind is FactKind.Order or FactKind.OrderAdjusted).Sum(one => one.Value);
                    return difference == 0 ? null : fact with { Kind = FactKind.OrderAdjusted, Value = difference };
                case IncomingRule.WithOrder:
                    return _isKnownOrder ? null : fact;
                case IncomingRule.RefundTotal when link != 0:
                    long more = fact.Value - Refunded(who, link);
                    return more <= 0 ? null : fact with { Value = more };
                case IncomingRule.RefundRest when link != 0:
                    long total = batch._known.OfLink(who, link).Where(one => one.Kind is FactKind.Order or FactKind.OrderAdjusted).Sum(one => one.Value);
                    long rest = (total > 0 ? total : fact.Value) - Refunded(who, link);
                    return rest <= 0 ? null : fact with { Value = rest };
                case IncomingRule.Once when link != 0:
                    return batch._known.OfLink(who, link).Any(one => one.Kind == fact.Kind) ? null : fact;
                case IncomingRule.Once:
                    return batch._known.Any(who, fact.Kind) ? null : fact;
                case IncomingRule.IfChanged when fact.Kind != FactKind.AttributeChanged:
                    return batch._known.Stands(who, fact) ? null : fact;
                case IncomingRule.IfChanged:
                    return batch._known.Attribute(who, fact.Item, fact.At) == fact.Value ? null : fact;
                default:
                    return fact;
            }
        }

        private long Refunded(int who, int link) => batch._known.OfLink(who, link).Where(one => one.Kind == FactKind.Refund).Sum(one => one.Value);
    }
}

using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Identity;

namespace Parcours.Engine.Live;

/// <summary>What is known of a subject while a transaction is put together: its history, and the facts of the transaction so far.</summary>
internal sealed class KnownFacts(HistoryBase histories, IdentityGraph graph)
{
    private readonly Dictionary<int, List<PendingFact>> _byLink = [];
    private readonly Dictionary<int, List<PendingFact>> _byItem = [];   // attributes and permissions

    private readonly HashSet<(int Identity, FactKind Kind)> _kinds = [];

    /// <summary>Takes note of a fact of the transaction.</summary>
    public void Add(in PendingFact fact)
    {
        _kinds.Add((fact.Identity, fact.Fact.Kind));
        if (fact.Link != 0)
        {
            (_byLink.TryGetValue(fact.Link, out List<PendingFact>? facts) ? facts : _byLink[fact.Link] = []).Add(fact);
        }

        if (fact.Fact.Kind is FactKind.AttributeChanged or FactKind.OptIn or FactKind.OptOut or >= FactKind.FirstCustom && fact.Fact.Item != 0)
        {
            (_byItem.TryGetValue(fact.Fact.Item, out List<PendingFact>? facts) ? facts : _byItem[fact.Fact.Item] = []).Add(fact);
        }
    }

    /// <summary>The facts of a subject that share a link, with their units in thousandths and their numbers; those of the transaction have none yet and come last.</summary>
    public IEnumerable<(Fact Fact, int Quantity, long Id)> OfLink(int identity, int link)
    {
        foreach (History history in HistoriesOf(identity))
        {
            for (int i = 0; i < history.Count; i++)
            {
                if (history.Links[i] == link)
                {
                    yield return (history.Facts[i], history.ExtraOf(i).Quantity, history.FactIds[i]);
                }
            }
        }

        foreach (PendingFact fact in Pending(_byLink, link, identity))
        {
            yield return (fact.Fact, fact.Stored.Extra.Quantity, long.MaxValue);
        }
    }

    /// <summary>Whether a subject has a fact of a kind.</summary>
    public bool Any(int identity, FactKind kind) =>
        HistoriesOf(identity).Any(history => Has(history, kind)) || _kinds.Any(fact => fact.Kind == kind && graph.PlaceOf(fact.Identity) == graph.PlaceOf(identity));

    /// <summary>The value of an attribute of a subject at an instant; null for none.</summary>
    public long? Attribute(int identity, int attribute, Instant at)
    {
        (Instant At, long Value)? latest = null;
        foreach (History history in HistoriesOf(identity))
        {
            foreach (ref readonly Fact fact in history.Facts)
            {
                if (fact.At > at)
                {
                    break;
                }

                if (fact.Kind == FactKind.AttributeChanged && fact.Item == attribute && (latest is null || fact.At >= latest.Value.At))
                {
                    latest = (fact.At, fact.Value);
                }
            }
        }

        foreach (PendingFact fact in Pending(_byItem, attribute, identity))
        {
            if (fact.Fact.Kind == FactKind.AttributeChanged && fact.Fact.At <= at && (latest is null || fact.Fact.At >= latest.Value.At))
            {
                latest = (fact.Fact.At, fact.Fact.Value);
            }
        }

        return latest?.Value;
    }

    /// <summary>Whether a permission stands at its instant as a fact says it: the last word on its channel and purpose is of its kind.</summary>
    public bool Stands(int identity, in Fact said)
    {
        (Instant At, FactKind Kind)? latest = null;
        foreach (History history in HistoriesOf(identity))
        {
            foreach (ref readonly Fact fact in history.Facts)
            {
                if (fact.At > said.At)
                {
                    break;
                }

                latest = IsLater(fact, said, latest) ? (fact.At, fact.Kind) : latest;
            }
        }

        foreach (PendingFact pending in Pending(_byItem, said.Item, identity))
        {
            latest = pending.Fact.At <= said.At && IsLater(pending.Fact, said, latest) ? (pending.Fact.At, pending.Fact.Kind) : latest;
        }

        return latest?.Kind == said.Kind;
    }

    private static bool IsLater(in Fact fact, in Fact said, (Instant At, FactKind Kind)? latest) =>
        (fact.Kind is FactKind.OptIn or FactKind.OptOut || fact.Kind == said.Kind) && fact.Item == said.Item && fact.Channel == said.Channel && (latest is null || fact.At >= latest.Value.At);

    private static bool Has(History history, FactKind kind)
    {
        foreach (ref readonly Fact fact in history.Facts)
        {
            if (fact.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<PendingFact> Pending(Dictionary<int, List<PendingFact>> facts, int key, int identity)
    {
        int place = graph.PlaceOf(identity);
        return facts.TryGetValue(key, out List<PendingFact>? found) ? found.Where(fact => graph.PlaceOf(fact.Identity) == place) : [];
    }

    /// <summary>The histories that the subject's identities have in the base, which does not know yet what the transaction joined.</summary>
    private IEnumerable<History> HistoriesOf(int identity) =>
        graph.MembersOf(graph.PlaceOf(identity)).Select(graph.PlaceBefore).Where(place => place >= 0 && place < histories.SubjectCount).Distinct().Select(place => histories[place]);
}

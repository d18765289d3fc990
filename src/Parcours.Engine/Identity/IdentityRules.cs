using System.Collections.Immutable;
using Parcours.Domain.Time;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;

namespace Parcours.Engine.Identity;

/// <summary>
/// When messages make two identities one person. A device goes with the first person seen on it; two identified people are never merged by the way; what a
/// browser claims of an e-mail yields to what the company says.
/// </summary>
public static class IdentityRules
{
    /// <summary>Whether a kind of key names a person or an account; a device or another tool's number does not.</summary>
    public static bool Names(IdentityKind kind) => kind is not (IdentityKind.Anonymous or IdentityKind.External);

    /// <summary>Finds or creates the identities of a message and joins those that the rules allow.</summary>
    /// <param name="graph">All identities.</param>
    /// <param name="identities">Who the message is about, the strongest first.</param>
    /// <param name="trust">How far its sender is believed.</param>
    /// <param name="at">When it came.</param>
    /// <param name="review">Told of two identified people that the sender took for one.</param>
    /// <returns>The identity that the message's facts are of.</returns>
    public static int Resolve(IdentityGraph graph, ImmutableArray<IncomingIdentity> identities, Trust trust, Instant at, Action<int, int> review)
    {
        int first = FindOrCreate(graph, identities[0], out _);
        for (int i = 1; i < identities.Length; i++)
        {
            int other = FindOrCreate(graph, identities[i], out bool isNew);
            Link(graph, first, other, isNew, trust, at, review);
        }

        return first;
    }

    /// <summary>An alias: said on purpose. The company's merges two people, listed and to be undone; a browser's only a device and a person.</summary>
    public static void Alias(IdentityGraph graph, int identity, IncomingIdentity previous, Trust trust, Instant at, Action<int, int> review)
    {
        int other = FindOrCreate(graph, previous, out bool isNew);
        if (graph.PlaceOf(identity) == graph.PlaceOf(other) || graph.AreParted(identity, other) || IsAccount(graph, identity) != IsAccount(graph, other))
        {
            return;
        }

        bool bothNamed = graph.IsIdentified(graph.PlaceOf(identity)) && graph.IsIdentified(graph.PlaceOf(other));
        if (trust == Trust.Company || !bothNamed || isNew)
        {
            graph.Join(identity, other, at, "alias", trust);
        }
        else
        {
            review(identity, other);
        }
    }

    private static int FindOrCreate(IdentityGraph graph, IncomingIdentity incoming, out bool isNew)
    {
        int found = graph.Find(incoming.Kind, incoming.Key);
        isNew = found < 0;
        return isNew ? graph.Create(incoming.Kind, incoming.Key) : found;
    }

    private static void Link(IdentityGraph graph, int identity, int other, bool isNew, Trust trust, Instant at, Action<int, int> review)
    {
        if (graph.PlaceOf(identity) == graph.PlaceOf(other) || graph.AreParted(identity, other) || IsAccount(graph, identity) != IsAccount(graph, other))
        {
            return;
        }

        IdentityKind kind = graph[identity].Kind;
        IdentityKind otherKind = graph[other].Kind;
        if (!Names(kind) || !Names(otherKind))
        {
            // A device, or a number in another tool: it goes with one person, the first.
            if (!graph.IsIdentified(graph.PlaceOf(identity)) || !graph.IsIdentified(graph.PlaceOf(other)))
            {
                graph.Join(identity, other, at, "message", trust);
            }

            return;
        }

        if (trust == Trust.Public)
        {
            // A key nobody has is claimed; one that names somebody stays theirs.
            if (isNew)
            {
                graph.Join(identity, other, at, "claim", trust);
            }
            else
            {
                review(identity, other);
            }

            return;
        }

        foreach (JoinRow claim in graph.JoinsAt(other).Where(join => join.Reason == "claim").ToList())
        {
            graph.Undo(claim, at, "yielded", forGood: false);
        }

        if (graph.PlaceOf(identity) != graph.PlaceOf(other) && AreTwoPeople(graph, identity, other))
        {
            review(identity, other);
        }
        else
        {
            graph.Join(identity, other, at, "message", trust);
        }
    }

    /// <summary>
    /// Both have a customer number; or both have an e-mail and are taken for one by something weaker than a customer number with an e-mail
    /// (a telephone of the house, a card lent).
    /// </summary>
    private static bool AreTwoPeople(IdentityGraph graph, int identity, int other)
    {
        bool isStatement = graph[identity].Kind == IdentityKind.Customer && graph[other].Kind == IdentityKind.Email;
        return (Has(graph, identity, IdentityKind.Customer) && Has(graph, other, IdentityKind.Customer))
            || (!isStatement && Has(graph, identity, IdentityKind.Email) && Has(graph, other, IdentityKind.Email));
    }

    private static bool Has(IdentityGraph graph, int identity, IdentityKind kind) =>
        graph.MembersOf(graph.PlaceOf(identity)).Any(member => graph[member].Kind == kind);

    private static bool IsAccount(IdentityGraph graph, int identity) => graph.MembersOf(graph.PlaceOf(identity)).Any(member => graph[member].Kind == IdentityKind.Account);
}

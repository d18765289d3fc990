using System.Collections.Immutable;
using System.Globalization;
using Parcours.Engine.Identity;
using Parcours.Engine.Ingestion;
using static Parcours.Storage.Live.LiveStory;

namespace Parcours.Storage.Live;

/// <summary>
/// Random messages, aliases, merges and undone merges, said to a live workspace and to a naive reference at once. The reference keeps a list of joins and works
/// out who is who from scratch each time it is asked.
/// </summary>
internal sealed class RandomStory(LiveStory story, int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<IncomingIdentity> _known = [];
    private readonly List<(int One, int Other, bool IsClaim)> _joins = [];
    private readonly HashSet<(int, int)> _parted = [];
    private readonly List<(int Identity, double Day, long Value)> _orders = [];
    private int _number;

    public async Task Play(int steps)
    {
        for (int step = 0; step < steps; step++)
        {
            switch (_random.Next(10))
            {
                case 0:
                    await Alias();
                    break;
                case 1 when _known.Count > 1:
                    await Merge();
                    break;
                case 2 when _joins.Count > 0:
                    await Part();
                    break;
                default:
                    await Tell();
                    break;
            }
        }
    }

    /// <summary>Who is one person and what they did, as the reference has it.</summary>
    public string Expected() => string.Join('\n', Enumerable.Range(0, _known.Count).GroupBy(GroupOf).Select(group => Line(
        group.Select(identity => _known[identity]),
        _orders.Where(order => GroupOf(order.Identity) == group.Key).OrderBy(order => order.Day).ThenBy(order => order.Value).Select(order => order.Value))).Order(StringComparer.Ordinal));

    /// <summary>The same as the workspace has it.</summary>
    public string Actual() => string.Join('\n', story.Live.Ask(graph => Enumerable.Range(0, graph.Count).GroupBy(graph.PlaceOf).Select(group => Line(
        group.Select(identity => new IncomingIdentity(graph[identity].Kind, graph[identity].Key)),
        story.Live.Histories[group.Key].Facts.ToArray().OrderBy(fact => fact.At).ThenBy(fact => fact.Value).Select(fact => fact.Value))).Order(StringComparer.Ordinal).ToList()).Result);

    private static string Line(IEnumerable<IncomingIdentity> who, IEnumerable<long> orders) =>
        $"{string.Join(',', who.Select(one => $"{one.Kind}:{one.Key}").Order(StringComparer.Ordinal))} -> {string.Join(' ', orders)}";

    private async Task Tell()
    {
        ImmutableArray<IncomingIdentity> who = Someone();
        Trust trust = _random.Next(2) == 0 ? Trust.Public : Trust.Company;
        double day = _random.Next(5) == 0 ? -_random.Next(100) : _random.Next(4);
        long value = ++_number;
        await story.Say(trust, story.Event(who, [Order(value.ToString(CultureInfo.InvariantCulture), value)], day, $"{seed}/{value}"));
        int first = Known(who[0], out _);
        foreach (IncomingIdentity other in who[1..])
        {
            Link(first, Known(other, out bool isNew), isNew, trust);
        }

        _orders.Add((first, day, value));
    }

    private async Task Alias()
    {
        IncomingIdentity user = User("u" + _random.Next(6));
        IncomingIdentity previous = _random.Next(2) == 0 ? Device("d" + _random.Next(6)) : User("u" + _random.Next(6));
        Trust trust = _random.Next(2) == 0 ? Trust.Public : Trust.Company;
        await story.Say(trust, story.Event([user], [], id: $"{seed}/{++_number}") with { Alias = previous });
        int one = Known(user, out _);
        int other = Known(previous, out bool isNew);
        if (GroupOf(one) != GroupOf(other) && !_parted.Contains(Pair(one, other)) && (trust == Trust.Company || isNew || !IsNamed(one) || !IsNamed(other)))
        {
            _joins.Add((one, other, false));
        }
    }

    private async Task Merge()
    {
        int one = _random.Next(_known.Count);
        int other = _random.Next(_known.Count);
        if (GroupOf(one) != GroupOf(other))
        {
            await story.Live.Change((graph, _) => graph.Join(Number(graph, one), Number(graph, other), Start, "operator", Trust.Company));
            _joins.Add((one, other, false));
        }
    }

    private async Task Part()
    {
        (int One, int Other, bool IsClaim) join = _joins[_random.Next(_joins.Count)];
        await story.Live.Change((graph, _) =>
        {
            int one = Number(graph, join.One);
            int other = Number(graph, join.Other);
            graph.Undo(graph.JoinsAt(one).First(said => Pair(said.Identity, said.Other) == Pair(one, other)), Start, "operator", forGood: true);
            return true;
        });
        _joins.Remove(join);
        _parted.Add(Pair(join.One, join.Other));
    }

    private ImmutableArray<IncomingIdentity> Someone()
    {
        var who = new List<IncomingIdentity>();
        int what = 1 + _random.Next(15);
        Maybe(1, () => User("u" + _random.Next(6)));
        Maybe(2, () => Mail($"m{_random.Next(6)}@example.org"));
        Maybe(4, () => new IncomingIdentity(IdentityKind.Phone, "+33" + _random.Next(4)));
        Maybe(8, () => Device("d" + _random.Next(6)));
        return [.. who];

        void Maybe(int bit, Func<IncomingIdentity> one)
        {
            if ((what & bit) != 0)
            {
                who.Add(one());
            }
        }
    }

    private void Link(int one, int other, bool isNew, Trust trust)
    {
        if (GroupOf(one) == GroupOf(other) || _parted.Contains(Pair(one, other)))
        {
            return;
        }

        if (_known[one].Kind == IdentityKind.Anonymous || _known[other].Kind == IdentityKind.Anonymous)
        {
            if (!IsNamed(one) || !IsNamed(other))
            {
                _joins.Add((one, other, false));
            }
        }
        else if (trust == Trust.Public)
        {
            if (isNew)
            {
                _joins.Add((one, other, true));
            }
        }
        else
        {
            _joins.RemoveAll(join => join.IsClaim && (join.One == other || join.Other == other));
            bool bothNumbers = Has(one, IdentityKind.Customer) && Has(other, IdentityKind.Customer);
            bool bothMails = Has(one, IdentityKind.Email) && Has(other, IdentityKind.Email);
            bool isStatement = _known[one].Kind == IdentityKind.Customer && _known[other].Kind == IdentityKind.Email;
            if (GroupOf(one) != GroupOf(other) && !bothNumbers && (isStatement || !bothMails))
            {
                _joins.Add((one, other, false));
            }
        }
    }

    private bool Has(int identity, IdentityKind kind) => Enumerable.Range(0, _known.Count).Any(other => GroupOf(other) == GroupOf(identity) && _known[other].Kind == kind);

    private bool IsNamed(int identity) => Enumerable.Range(0, _known.Count).Any(other => GroupOf(other) == GroupOf(identity) && _known[other].Kind != IdentityKind.Anonymous);

    /// <summary>The least identity that can be reached over the joins.</summary>
    private int GroupOf(int identity)
    {
        var seen = new SortedSet<int> { identity };
        for (int before = 0; before != seen.Count;)
        {
            before = seen.Count;
            foreach ((int one, int other, _) in _joins)
            {
                if (seen.Contains(one) || seen.Contains(other))
                {
                    seen.Add(one);
                    seen.Add(other);
                }
            }
        }

        return seen.Min;
    }

    private int Known(IncomingIdentity who, out bool isNew)
    {
        int at = _known.IndexOf(who);
        isNew = at < 0;
        if (isNew)
        {
            _known.Add(who);
        }

        return isNew ? _known.Count - 1 : at;
    }

    private int Number(IdentityGraph graph, int identity) => graph.Find(_known[identity].Kind, _known[identity].Key);

    private static (int, int) Pair(int one, int other) => (Math.Min(one, other), Math.Max(one, other));
}

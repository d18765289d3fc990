using System.Collections.Immutable;
using Parcours.Domain.Time;
using Parcours.Engine.Erasure;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;

namespace Parcours.Engine.Identity;

/// <summary>
/// Every identity, and which of them are one person, kept up while messages come. A subject's place is the lowest number of its identities. Facts are never
/// rewritten: a join is a row, undoing it is another. Used from one thread.
/// </summary>
public sealed class IdentityGraph
{
    private readonly Dictionary<string, int>[] _numbers = [.. Enum.GetValues<IdentityKind>().Select(_ => new Dictionary<string, int>(StringComparer.Ordinal))];
    private readonly List<(IdentityKind Kind, string Key)> _identities;
    private readonly List<int> _roots = [];
    private readonly Dictionary<int, List<int>> _members = [];   // of places with more than one
    private readonly Dictionary<int, List<JoinRow>> _joins = [];   // that stand, by each of their two identities
    private readonly HashSet<(int, int)> _parted = [];
    private readonly Dictionary<int, int> _before = [];
    private int _known;
    private long _lastJoin;

    /// <summary>The identities and joins of a store.</summary>
    public IdentityGraph(IReadOnlyList<(IdentityKind Kind, string Key)> identities, IReadOnlyList<JoinRow> joins, long lastJoin)
    {
        _identities = new(identities.Count);
        _roots.EnsureCapacity(identities.Count);
        int[] counts = new int[_numbers.Length];
        foreach ((IdentityKind kind, _) in identities)
        {
            counts[(int)kind]++;
        }

        for (int kind = 0; kind < counts.Length; kind++)
        {
            _numbers[kind].EnsureCapacity(counts[kind]);
        }

        foreach ((IdentityKind kind, string key) in identities)
        {
            Create(kind, key);
        }

        var stand = new Dictionary<long, JoinRow>();
        foreach (JoinRow join in joins)
        {
            if (join.Identity >= 0)
            {
                stand[join.Id] = join;
            }
            else if (stand.Remove(-(long)join.Identity, out JoinRow? undone) && join.Other == PartedForGood)
            {
                _parted.Add(Pair(undone.Identity, undone.Other));
            }
        }

        foreach (JoinRow join in stand.Values)
        {
            Record(join);
            Unite(join.Identity, join.Other);
        }

        _lastJoin = lastJoin;
        _known = _identities.Count;
        _before.Clear();
    }

    /// <summary>The <see cref="JoinRow.Other"/> of a row that undoes a join for good.</summary>
    public const int PartedForGood = -2;

    /// <summary>How many identities.</summary>
    public int Count => _identities.Count;

    /// <summary>The rows said since <see cref="Take"/> was last called: to be written with the identities.</summary>
    public List<JoinRow> Said { get; } = [];

    /// <summary>The identity of a key; -1 for none.</summary>
    public int Find(IdentityKind kind, string key) => _numbers[(int)kind].GetValueOrDefault(key, -1);

    /// <summary>The identity that a key names, whatever its kind, the strongest first; an e-mail address in any letters. -1 for none.</summary>
    public int FindAny(string key)
    {
        string plain = key.Trim();
        return Enum.GetValues<IdentityKind>().Select(kind => Find(kind, kind == IdentityKind.Email ? plain.ToLowerInvariant() : plain)).FirstOrDefault(found => found >= 0, -1);
    }

    /// <summary>An identity.</summary>
    public (IdentityKind Kind, string Key) this[int identity] => _identities[identity];

    /// <summary>The place of the subject that an identity belongs to.</summary>
    public int PlaceOf(int identity) => _roots[identity];

    /// <summary>The identities of a subject, in order of their numbers.</summary>
    public IReadOnlyList<int> MembersOf(int place) => _members.TryGetValue(place, out List<int>? members) ? members : _roots[place] == place ? [place] : [];

    /// <summary>The joins that made a subject one, in order.</summary>
    public IEnumerable<JoinRow> JoinsOf(int place) =>
        MembersOf(place).SelectMany(identity => _joins.TryGetValue(identity, out List<JoinRow>? joins) ? joins : []).DistinctBy(join => join.Id).OrderBy(join => join.Id);

    /// <summary>The join of a number, while it stands; null for none.</summary>
    public JoinRow? JoinOf(long id) => _joins.Values.SelectMany(joins => joins).FirstOrDefault(join => join.Id == id);

    /// <summary>The key a subject is shown by: the strongest kind's, then the first in the order of UTF-8 bytes.</summary>
    public (IdentityKind Kind, string Key) NameOf(int place) => MembersOf(place).Select(identity => _identities[identity])
        .OrderBy(identity => identity.Kind).ThenBy(identity => identity.Key, Utf8Order.Instance).First();

    /// <summary>Whether a subject is more than a device: it has a key that names a person or an account.</summary>
    public bool IsIdentified(int place) => MembersOf(place).Any(identity => IdentityRules.Names(_identities[identity].Kind));

    /// <summary>The place of each identity, and the kind of each place's shown key (255 for an empty place).</summary>
    public (int[] Places, byte[] Kinds) Placement()
    {
        int[] places = [.. _roots];
        byte[] kinds = new byte[places.Length];
        Array.Fill(kinds, byte.MaxValue);
        for (int identity = 0; identity < places.Length; identity++)
        {
            kinds[places[identity]] = Math.Min(kinds[places[identity]], (byte)_identities[identity].Kind);
        }

        return (places, kinds);
    }

    /// <summary>Gives the next number to a new identity.</summary>
    public int Create(IdentityKind kind, string key)
    {
        int identity = _identities.Count;
        _numbers[(int)kind].Add(key, identity);
        _identities.Add((kind, key));
        _roots.Add(identity);
        return identity;
    }

    /// <summary>Makes two identities one person, whatever the rules say.</summary>
    public JoinRow Join(int identity, int other, Instant at, string reason, Trust trust)
    {
        var join = new JoinRow(++_lastJoin, identity, other, at, reason, trust);
        Said.Add(join);
        Record(join);
        Unite(identity, other);
        return join;
    }

    /// <summary>Undoes a join: its subject falls apart where nothing else holds it together.</summary>
    /// <param name="join">A join that stands.</param>
    /// <param name="forGood">Whether messages may not join the two again.</param>
    public void Undo(JoinRow join, Instant at, string reason, bool forGood)
    {
        Said.Add(new JoinRow(++_lastJoin, (int)-join.Id, forGood ? PartedForGood : -1, at, reason, Trust.Company));
        _joins[join.Identity].Remove(join);
        _joins[join.Other].Remove(join);
        if (forGood)
        {
            _parted.Add(Pair(join.Identity, join.Other));
        }

        List<int> members = [.. MembersOf(_roots[join.Identity])];
        Remember(members);
        _members.Remove(_roots[join.Identity]);
        foreach (int member in members)
        {
            _roots[member] = member;
        }

        foreach (JoinRow left in members.SelectMany(member => _joins.TryGetValue(member, out List<JoinRow>? joins) ? joins : []).DistinctBy(left => left.Id))
        {
            Unite(left.Identity, left.Other);
        }
    }

    /// <summary>
    /// Erases a subject: its identities keep their numbers and nothing else, and a new identity takes their place. Nothing is left to <see cref="Take"/>: it is
    /// done between two transactions, not in one.
    /// </summary>
    /// <param name="place">The subject.</param>
    /// <param name="successor">The key of the new identity.</param>
    internal ErasedPerson Erase(int place, string successor)
    {
        ImmutableArray<int> members = [.. MembersOf(place)];
        foreach (int member in members)
        {
            (IdentityKind kind, string key) = _identities[member];
            _numbers[(int)kind].Remove(key);
            string empty = ErasedPerson.EmptyKeyOf(member);
            _identities[member] = (IdentityKind.Anonymous, empty);
            _numbers[(int)IdentityKind.Anonymous].Add(empty, member);
            _roots[member] = member;
            foreach (JoinRow join in JoinsAt(member).ToList())
            {
                _joins[join.Identity].Remove(join);
                _joins[join.Other].Remove(join);
            }
        }

        _members.Remove(place);
        _parted.RemoveWhere(pair => members.Contains(pair.Item1) || members.Contains(pair.Item2));
        var person = new ErasedPerson(members, Create(IdentityKind.Anonymous, successor), successor);
        _known = _identities.Count;
        return person;
    }

    /// <summary>Whether somebody said that two identities are not to be joined by messages.</summary>
    public bool AreParted(int identity, int other) => _parted.Contains(Pair(identity, other));

    /// <summary>The joins of an identity that stand.</summary>
    public IReadOnlyList<JoinRow> JoinsAt(int identity) => _joins.TryGetValue(identity, out List<JoinRow>? joins) ? joins : [];

    /// <summary>The place of an identity when <see cref="Take"/> was last called; -1 for a newer one.</summary>
    public int PlaceBefore(int identity) => identity >= _known ? -1 : _before.TryGetValue(identity, out int before) ? before : _roots[identity];

    /// <summary>
    /// What changed since it was last called, and begins anew: the identities that came, and of every place that an identity left or joined the place of each
    /// identity before (-1 for a new one) and now.
    /// </summary>
    public (int FirstNew, IReadOnlyCollection<(int Identity, int Before, int Now)> Moves) Take()
    {
        int first = _known;
        var moves = _before.Count == 0 ? [] : _before.Keys.Order().Select(identity => (identity, PlaceBefore(identity), _roots[identity])).ToList();
        _known = _identities.Count;
        _before.Clear();
        Said.Clear();
        return (first, moves);
    }

    private static (int, int) Pair(int one, int other) => (Math.Min(one, other), Math.Max(one, other));

    private void Record(JoinRow join)
    {
        (_joins.TryGetValue(join.Identity, out List<JoinRow>? joins) ? joins : _joins[join.Identity] = []).Add(join);
        (_joins.TryGetValue(join.Other, out joins) ? joins : _joins[join.Other] = []).Add(join);
    }

    private void Unite(int identity, int other)
    {
        int root = Math.Min(_roots[identity], _roots[other]);
        int loser = Math.Max(_roots[identity], _roots[other]);
        if (root == loser)
        {
            return;
        }

        IReadOnlyList<int> leaving = MembersOf(loser);
        List<int> members = [.. MembersOf(root), .. leaving];
        Remember(members);
        foreach (int member in leaving)
        {
            _roots[member] = root;
        }

        members.Sort();
        _members[root] = members;
        _members.Remove(loser);
    }

    private void Remember(List<int> members)
    {
        foreach (int member in members)
        {
            _before.TryAdd(member, member < _known ? _roots[member] : -1);
        }
    }
}

using Parcours.Engine.Identity;
using Parcours.Storage.Sqlite.Files;
using Parcours.Storage.Sqlite.Loading;

namespace Parcours.Storage.Sqlite.Importing;

/// <summary>Every identity of the store while an import runs, and which of them are one person.</summary>
internal sealed class IdentityMap
{
    private const string SelectIdentities = "SELECT kind, key FROM identities WHERE id < ?1 ORDER BY id";

    private readonly Dictionary<string, int>[] _numbers;
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>[] _lookups;
    private readonly List<int> _parents = [];
    private readonly List<byte> _kinds = [];   // at a root: a bit for each kind of identity its subject has

    private IdentityMap()
    {
        _numbers = [.. Enum.GetValues<IdentityKind>().Select(_ => new Dictionary<string, int>())];
        _lookups = [.. _numbers.Select(numbers => numbers.GetAlternateLookup<ReadOnlySpan<char>>())];
    }

    /// <summary>The identities and joins up to the marks.</summary>
    internal static IdentityMap Load(Database database, Marks marks)
    {
        var map = new IdentityMap();
        using Statement identities = database.Prepare(SelectIdentities).Bind(1, marks.Identities);
        while (identities.Step())
        {
            map.Create((IdentityKind)identities.Int32(0), identities.Text(1)!);
        }

        Placement placement = Placement.Load(database, marks);
        for (int identity = 0; identity < placement.SubjectOf.Length; identity++)
        {
            int root = map._parents[identity] = placement.SubjectOf[identity];
            map._kinds[root] |= map._kinds[identity];
        }

        return map;
    }

    /// <summary>The number of an identity; false when it is not known yet.</summary>
    internal bool TryFind(IdentityKind kind, ReadOnlySpan<char> key, out int identity) => _lookups[(int)kind].TryGetValue(key, out identity);

    /// <summary>Whether two identities are one person.</summary>
    internal bool AreOne(int identity, int other) => RootOf(identity) == RootOf(other);

    /// <summary>Gives the next number to a new identity.</summary>
    internal int Create(IdentityKind kind, string key)
    {
        int identity = _parents.Count;
        _numbers[(int)kind].Add(key, identity);
        _parents.Add(identity);
        _kinds.Add((byte)(1 << (int)kind));
        return identity;
    }

    /// <summary>Makes two identities one person.</summary>
    /// <param name="isNew">Whether they were two before.</param>
    /// <returns>False when refused: both have an identity of one kind, or one is an account and the other not.</returns>
    internal bool TryJoin(int identity, int other, out bool isNew)
    {
        const int account = 1 << (int)IdentityKind.Account;
        int root = RootOf(identity);
        int otherRoot = RootOf(other);
        isNew = false;
        if (root == otherRoot)
        {
            return true;
        }

        if ((_kinds[root] & _kinds[otherRoot]) != 0 || ((_kinds[root] ^ _kinds[otherRoot]) & account) != 0)
        {
            return false;
        }

        int first = Math.Min(root, otherRoot);
        int second = Math.Max(root, otherRoot);
        _parents[second] = first;
        _kinds[first] |= _kinds[second];
        isNew = true;
        return true;
    }

    private int RootOf(int identity)
    {
        while (_parents[identity] != identity)
        {
            identity = _parents[identity] = _parents[_parents[identity]];
        }

        return identity;
    }
}

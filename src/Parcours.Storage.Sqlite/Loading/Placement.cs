using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>
/// Which subject of the base each identity belongs to: the place of the first of the identities that joins make one. A place is an identity's number, so what is
/// appended to the store moves no other subject; the places of identities that belong to an earlier one are empty.
/// </summary>
/// <param name="SubjectOf">The subject's index, by identity.</param>
internal sealed record Placement(int[] SubjectOf)
{
    private const string SelectJoins = "SELECT id, identity, other FROM joins WHERE id <= ?1 ORDER BY id";

    /// <summary>How many places.</summary>
    internal int SubjectCount => SubjectOf.Length;

    /// <summary>The placement of the identities up to the marks.</summary>
    internal static Placement Load(Database database, Marks marks)
    {
        var joins = new Dictionary<long, (int Identity, int Other)>();
        using Statement select = database.Prepare(SelectJoins).Bind(1, marks.Joins);
        while (select.Step())
        {
            if (select.Int64(1) < 0)
            {
                joins.Remove(-select.Int64(1));
            }
            else
            {
                joins.Add(select.Int64(0), (select.Int32(1), select.Int32(2)));
            }
        }

        return Of(marks.Identities, joins.Values);
    }

    /// <summary>The placement of so many identities under some joins.</summary>
    internal static Placement Of(int identities, IEnumerable<(int Identity, int Other)> joins)
    {
        int[] parents = new int[identities];
        for (int i = 0; i < parents.Length; i++)
        {
            parents[i] = i;
        }

        foreach ((int identity, int other) in joins)
        {
            int root = RootOf(parents, identity);
            int otherRoot = RootOf(parents, other);
            parents[Math.Max(root, otherRoot)] = Math.Min(root, otherRoot);
        }

        for (int i = 0; i < parents.Length; i++)
        {
            parents[i] = RootOf(parents, i);
        }

        return new Placement(parents);
    }

    /// <summary>The identities known to an earlier placement that it places elsewhere, in order.</summary>
    internal List<int> Moved(Placement earlier)
    {
        var moved = new List<int>();
        for (int identity = 0; identity < earlier.SubjectOf.Length; identity++)
        {
            if (SubjectOf[identity] != earlier.SubjectOf[identity])
            {
                moved.Add(identity);
            }
        }

        return moved;
    }

    private static int RootOf(int[] parents, int identity)
    {
        while (parents[identity] != identity)
        {
            identity = parents[identity] = parents[parents[identity]];
        }

        return identity;
    }
}

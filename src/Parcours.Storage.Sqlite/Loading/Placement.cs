using Parcours.Storage.Sqlite.Files;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>
/// Which subject of the base each identity belongs to. Identities that joins made one share the place of the first of them, and
/// places follow the order of those first identities: what is appended to the store never moves an earlier place, unless a late join
/// makes one of two subjects that were already in the base.
/// </summary>
/// <param name="SubjectOf">The subject's index, by identity.</param>
/// <param name="SubjectCount">How many subjects.</param>
internal sealed record Placement(int[] SubjectOf, int SubjectCount)
{
    private const string SelectJoins = "SELECT identity, other FROM joins WHERE id <= ?1 ORDER BY id";

    /// <summary>The placement of the identities up to the marks.</summary>
    internal static Placement Load(Database database, Marks marks)
    {
        int[] parents = new int[marks.Identities];
        for (int i = 0; i < parents.Length; i++)
        {
            parents[i] = i;
        }

        using Statement joins = database.Prepare(SelectJoins).Bind(1, marks.Joins);
        while (joins.Step())
        {
            int root = RootOf(parents, joins.Int32(0));
            int other = RootOf(parents, joins.Int32(1));
            parents[Math.Max(root, other)] = Math.Min(root, other);
        }

        int count = 0;
        int[] subjects = new int[parents.Length];
        for (int i = 0; i < parents.Length; i++)
        {
            int root = RootOf(parents, i);
            subjects[i] = root == i ? count++ : subjects[root];
        }

        return new Placement(subjects, count);
    }

    /// <summary>Whether it places the identities of an earlier placement as that one did.</summary>
    internal bool Extends(Placement earlier) => SubjectOf.AsSpan(0, earlier.SubjectOf.Length).SequenceEqual(earlier.SubjectOf);

    private static int RootOf(int[] parents, int identity)
    {
        while (parents[identity] != identity)
        {
            identity = parents[identity] = parents[parents[identity]];
        }

        return identity;
    }
}

using Parcours.Domain.Histories;
using Parcours.Engine.Identity;

namespace Parcours.Storage.Sqlite.Loading;

/// <summary>The histories of subjects that merged or parted since a base was made.</summary>
internal static class MovedHistories
{
    /// <summary>Builds those of all places concerned.</summary>
    /// <param name="before">The base.</param>
    /// <param name="earlier">Its placement.</param>
    /// <param name="placement">The placement now.</param>
    /// <param name="moved">The identities placed elsewhere now.</param>
    internal static List<KeyValuePair<int, Segment>> Build(HistoryBase before, Placement earlier, Placement placement, List<int> moved, FactOrigins origins)
    {
        var concerned = new HashSet<int>();
        foreach (int identity in moved)
        {
            concerned.Add(earlier.SubjectOf[identity]);
            concerned.Add(placement.SubjectOf[identity]);
        }

        var identities = new List<(int Before, int Now)>();
        for (int identity = 0; identity < placement.SubjectOf.Length; identity++)
        {
            int from = identity < earlier.SubjectOf.Length ? earlier.SubjectOf[identity] : -1;
            if (concerned.Contains(from) || concerned.Contains(placement.SubjectOf[identity]))
            {
                identities.Add((from, placement.SubjectOf[identity]));
            }
        }

        return new Regroup(identities).Build(before, fact => placement.SubjectOf[origins.IdentityOf(fact)], origins.Of);
    }
}

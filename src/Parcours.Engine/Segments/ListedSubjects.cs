using System.Collections;
using Parcours.Domain.Histories;

namespace Parcours.Engine.Segments;

/// <summary>Who is on a list: the subjects its keys named when it was looked at.</summary>
public sealed class ListedSubjects
{
    private readonly BitArray _known;

    private ListedSubjects(BitArray known, int unknown)
    {
        _known = known;
        Unknown = unknown;
    }

    /// <summary>How many of its keys named nobody.</summary>
    public int Unknown { get; }

    /// <summary>Looks the keys up.</summary>
    /// <param name="keys">The keys, as they were given.</param>
    /// <param name="histories">The base.</param>
    /// <param name="find">The subject of each key; -1 for none.</param>
    public static ListedSubjects Of(IReadOnlyList<string> keys, HistoryBase histories, Func<IReadOnlyList<string>, IEnumerable<int>> find)
    {
        var known = new BitArray(histories.SubjectCount);
        int unknown = 0;
        foreach (int subject in find(keys))
        {
            if (subject >= 0 && subject < known.Length)
            {
                known[subject] = true;
            }
            else
            {
                unknown++;
            }
        }

        return new ListedSubjects(known, unknown);
    }

    /// <summary>Whether a subject is on it.</summary>
    public bool Has(int subject) => subject < _known.Length && _known[subject];

    /// <summary>The subjects that keys name, by the keys that subjects are shown by alone.</summary>
    public static IEnumerable<int> ByShownKey(HistoryBase histories, IReadOnlyList<string> keys)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            places[histories.Subjects.KeyOf(subject)] = subject;
        }

        return keys.Select(key => places.GetValueOrDefault(key, -1));
    }
}

using Parcours.Domain.Histories;

namespace Parcours.Engine.Identity;

/// <summary>Identities that change hands: which histories they leave, which they join, and those histories built anew.</summary>
public sealed class Regroup
{
    private readonly Dictionary<int, List<(int From, bool Whole)>> _sources = [];
    private readonly Dictionary<int, HashSet<int>> _now = [];

    /// <summary>Works out the change.</summary>
    /// <param name="identities">Every identity of every place that a moved identity left or joined: its place before (-1 for a new identity) and its place now.</param>
    public Regroup(IReadOnlyCollection<(int Before, int Now)> identities)
    {
        foreach ((int before, int now) in identities)
        {
            if (before >= 0)
            {
                (_now.TryGetValue(before, out HashSet<int>? places) ? places : _now[before] = []).Add(now);
            }
        }

        foreach ((int before, int now) in identities.Distinct().Order())
        {
            if (before >= 0)
            {
                (_sources.TryGetValue(now, out List<(int From, bool Whole)>? sources) ? sources : _sources[now] = []).Add((before, _now[before].Count == 1));
            }
        }

        foreach (int left in _now.Keys.Where(place => !_sources.ContainsKey(place)))
        {
            _sources[left] = [];
        }
    }

    /// <summary>Where the facts of a place are now; the place itself when it is none of those concerned.</summary>
    public IEnumerable<int> PlacesOf(int before) => _now.TryGetValue(before, out HashSet<int>? places) ? places : [before];

    /// <summary>The histories of all places concerned, those that were left empty included.</summary>
    /// <param name="before">The base before.</param>
    /// <param name="placeOf">The place, now, of a fact by its store sequence: asked only of facts of a place that was taken apart.</param>
    /// <param name="originOf">The origin of a fact, by its store sequence.</param>
    public List<KeyValuePair<int, Segment>> Build(HistoryBase before, Func<long, int> placeOf, Func<long, FactOrigin> originOf) =>
        [.. _sources.OrderBy(place => place.Key).Select(place => KeyValuePair.Create(place.Key, Regrouping.Merge(
            place.Value.Select(source => Taken(before, source.From, source.Whole, place.Key, placeOf)), originOf)))];

    private static List<FactRow> Taken(HistoryBase before, int from, bool whole, int to, Func<long, int> placeOf)
    {
        var rows = new List<FactRow>();
        if (from < before.SubjectCount)
        {
            before[from].CopyRowsTo(rows);
        }

        if (!whole)
        {
            rows.RemoveAll(row => placeOf(row.FactId) != to);
        }

        return rows;
    }
}

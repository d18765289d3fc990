using Parcours.Engine.Live;

namespace Parcours.Server.Customers;

/// <summary>Every key of every customer and account, in the order they came, to be searched by their beginnings without holding up what comes in.</summary>
internal sealed class KnownKeys(LiveWorkspace live)
{
    private readonly Lock _gate = new();
    private string[] _keys = [.. live.Beginning.Identities.Select(identity => identity.Key)];
    private int _count = live.Beginning.Identities.Count;

    /// <summary>The places of those who have a key that begins so, whatever the case of letters; at most so many, in the order they came.</summary>
    internal async Task<IReadOnlySet<int>> PlacesAsync(string beginning, int most)
    {
        (string[] keys, int count) = await CaughtUpAsync();
        var found = new List<int>();
        for (int identity = 0; identity < count && found.Count < most; identity++)
        {
            if (keys[identity].StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(identity);
            }
        }

        // Who was erased since has another key, and is not found by the one they had.
        return await live.Ask(graph => found.Where(identity => identity < graph.Count && graph[identity].Key == keys[identity]).Select(graph.PlaceOf).ToHashSet());
    }

    private async Task<(string[] Keys, int Count)> CaughtUpAsync()
    {
        int known = _count;
        (int total, string[] more) = await live.Ask(graph =>
            (graph.Count, graph.Count < known ? [] : Enumerable.Range(known, graph.Count - known).Select(identity => graph[identity].Key).ToArray()));
        lock (_gate)
        {
            if (total < _count)
            {
                _count = total; // what was never durable is gone
            }
            else if (_count == known)
            {
                if (total > _keys.Length)
                {
                    Array.Resize(ref _keys, Math.Max(total, _keys.Length + (_keys.Length >> 1)));
                }

                more.CopyTo(_keys, known);
                _count = total;
            }

            return (_keys, _count);
        }
    }
}

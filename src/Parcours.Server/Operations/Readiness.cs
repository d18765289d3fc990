using System.Collections.Concurrent;

namespace Parcours.Server.Operations;

/// <summary>Whether the server can do its work: each capability that needs time to start, or may fail, says so here under its own name.</summary>
internal sealed class Readiness
{
    private readonly ConcurrentDictionary<string, Func<string?>> _checks = new();

    /// <summary>Adds a check.</summary>
    /// <param name="name">What is checked, in one word.</param>
    /// <param name="obstacle">Says what is in the way, as a stable word; null when nothing is. Called on every look, from any thread.</param>
    internal void Add(string name, Func<string?> obstacle) => _checks[name] = obstacle;

    /// <summary>What is in the way, by name; empty when the server is ready.</summary>
    internal IReadOnlyDictionary<string, string> Obstacles()
    {
        var found = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, Func<string?> obstacle) in _checks)
        {
            if (obstacle() is { } word)
            {
                found[name] = word;
            }
        }

        return found;
    }
}

using System.Collections.Concurrent;

namespace Parcours.Server.Sources.Pulling;

/// <summary>Wakes the worker that asks sources.</summary>
internal sealed class PullBell : IDisposable
{
    private readonly SemaphoreSlim _rung = new(0);
    private readonly ConcurrentDictionary<string, bool> _names = new(StringComparer.Ordinal);

    /// <summary>Something may be due.</summary>
    /// <param name="name">A source that is to be asked now, whenever it was asked before; null for none.</param>
    internal void Ring(string? name = null)
    {
        if (name is not null)
        {
            _names[name] = true;
        }

        _rung.Release();
    }

    /// <summary>Waits until it rings, or some time has gone by.</summary>
    internal Task WaitAsync(TimeSpan longest, CancellationToken cancellation) => _rung.WaitAsync(longest, cancellation);

    /// <summary>Whether a source was named since this was last asked.</summary>
    internal bool Take(string name) => _names.TryRemove(name, out _);

    public void Dispose() => _rung.Dispose();
}

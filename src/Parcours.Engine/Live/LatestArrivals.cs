namespace Parcours.Engine.Live;

/// <summary>The messages that came last, for whoever watches; in memory alone, gone with the server. Any thread may ask.</summary>
public sealed class LatestArrivals
{
    /// <summary>How many are remembered.</summary>
    public const int Most = 200;

    private readonly Lock _gate = new();
    private readonly Arrival?[] _ring = new Arrival?[Most];
    private long _last;

    /// <summary>The latest ones, the newest first.</summary>
    /// <param name="keyId">Those of one key; null for all.</param>
    public IReadOnlyList<Arrival> Of(int? keyId)
    {
        lock (_gate)
        {
            return [.. _ring.OfType<Arrival>().Where(arrival => keyId is null || arrival.KeyId == keyId).OrderByDescending(arrival => arrival.Number)];
        }
    }

    /// <summary>Remembers the messages of a request that is durable.</summary>
    internal void Add(Delivery delivery, ReadOnlySpan<ArrivalOutcome> became)
    {
        lock (_gate)
        {
            int first = Math.Max(0, became.Length - Most);
            _last += first;
            for (int i = first; i < became.Length; i++)
            {
                _last++;
                _ring[_last % Most] = new Arrival(_last, delivery.KeyId, delivery.Messages[i], became[i]);
            }
        }
    }

    /// <summary>Forgets all: somebody was erased.</summary>
    internal void Clear()
    {
        lock (_gate)
        {
            Array.Clear(_ring);
        }
    }
}

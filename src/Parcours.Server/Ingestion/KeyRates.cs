using System.Collections.Concurrent;

namespace Parcours.Server.Ingestion;

/// <summary>
/// How many messages a key may send: each has a bucket that messages take from and time fills again, up to two seconds' worth. What a request brings is only known once it is
/// read, so one may draw more than is there; the next waits for it. Any thread may ask.
/// </summary>
/// <param name="perSecond">Messages a second.</param>
internal sealed class KeyRates(int perSecond, TimeProvider time)
{
    private const double BurstSeconds = 2;

    private readonly ConcurrentDictionary<int, Bucket> _buckets = new();

    /// <summary>How many seconds a key must wait before its next request; 0 for none.</summary>
    public int Wait(int keyId)
    {
        Bucket bucket = _buckets.GetOrAdd(keyId, static (_, now) => new Bucket(now), time.GetUtcNow());
        lock (bucket)
        {
            Fill(bucket);
            return bucket.Used < perSecond * BurstSeconds ? 0 : Math.Max(1, (int)Math.Ceiling((bucket.Used - (perSecond * BurstSeconds)) / perSecond));
        }
    }

    /// <summary>Takes the messages of a request.</summary>
    public void Take(int keyId, int messages)
    {
        Bucket bucket = _buckets.GetOrAdd(keyId, static (_, now) => new Bucket(now), time.GetUtcNow());
        lock (bucket)
        {
            Fill(bucket);
            bucket.Used += messages;
        }
    }

    private void Fill(Bucket bucket)
    {
        DateTimeOffset now = time.GetUtcNow();
        bucket.Used = Math.Max(0, bucket.Used - (Math.Max(0, (now - bucket.At).TotalSeconds) * perSecond));
        bucket.At = now;
    }

    private sealed class Bucket(DateTimeOffset at)
    {
        public double Used { get; set; }

        public DateTimeOffset At { get; set; } = at;
    }
}

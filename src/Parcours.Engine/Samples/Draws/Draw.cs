namespace Parcours.Engine.Samples.Draws;

/// <summary>
/// A stream of chance that is a pure function of its key: the n-th number is a mix of the key and n, so streams of different keys can be
/// drawn in any order, on any thread, and always give the same bytes. Passed by reference: drawing moves the counter.
/// The mix is SplitMix64's (Steele, Lea and Flood, 2014).
/// </summary>
internal struct Draw
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly ulong _key;
    private ulong _count;

    private Draw(ulong key) => _key = key;

    /// <summary>The stream of a subject and a concern (orders, mails...) under a shop's key.</summary>
    public static Draw Of(ulong key, long subject, int concern) => new(KeyOf(key, subject, concern));

    /// <summary>The key that stands for a subject and a concern under another key.</summary>
    public static ulong KeyOf(ulong key, long subject, int concern) =>
        Mix(key + ((ulong)subject * 0xD1B54A32D192ED03) + Mix((ulong)concern + Golden));

    /// <summary>A number that depends on all bits of another, one to one.</summary>
    public static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>64 bits.</summary>
    public ulong Next() => Mix(_key + (++_count * Golden));

    /// <summary>Uniform in (0, 1): never an end.</summary>
    public double Unit() => ((Next() >> 12) + 0.5) * (1.0 / (1L << 52));

    /// <summary>Whether something of this probability happens.</summary>
    public bool Happens(double probability) => Unit() < probability;

    /// <summary>A whole number from 0 up to and without <paramref name="count"/>.</summary>
    public int Below(int count) => (int)(((Next() >> 32) * (ulong)count) >> 32);

    /// <summary>A whole number from <paramref name="low"/> to <paramref name="high"/>, both included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);
}

using System.Collections.Concurrent;
using Parcours.Engine.Identity;

namespace Parcours.Engine.Erasure;

/// <summary>The keys of people who were erased, known by their hashes alone: what names one of them later is refused. Any thread may ask.</summary>
/// <param name="hash">Hashes keys; null only where none is known.</param>
/// <param name="hashes">The hashes known.</param>
public sealed class ErasedKeys(KeyHash? hash, IEnumerable<string> hashes)
{
    private readonly ConcurrentDictionary<string, bool> _hashes = new(hashes.Select(one => KeyValuePair.Create(one, true)), StringComparer.Ordinal);

    /// <summary>Nobody was ever erased, and nobody can be.</summary>
    public static ErasedKeys None { get; } = new(null, []);

    /// <summary>Whether nobody was erased: then there is nothing to ask.</summary>
    public bool IsEmpty => _hashes.IsEmpty;

    /// <summary>Whether a key named somebody who was erased.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="key">The key, normalised as its kind asks.</param>
    public bool Contains(IdentityKind kind, ReadOnlySpan<char> key) => hash is not null && !IsEmpty && _hashes.ContainsKey(hash.Of(kind, key));

    /// <summary>The hash that a key is known by.</summary>
    public string HashOf(IdentityKind kind, string key) =>
        hash?.Of(kind, key) ?? throw new InvalidOperationException("The store gave no secret to hash keys with.");

    /// <summary>Takes note of further hashes.</summary>
    internal void Add(IEnumerable<string> more)
    {
        foreach (string one in more)
        {
            _hashes[one] = true;
        }
    }
}

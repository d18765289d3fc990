using System.Collections.Concurrent;
using System.Collections.Immutable;
using Parcours.Domain.Time;

namespace Parcours.Engine.Access;

/// <summary>
/// The keys of a workspace: made, listed, revoked, recognised. They are held in memory, so that recognising one costs a hash; whoever holds the workspace for
/// writing is the only one to change them. Any thread may call it.
/// </summary>
public sealed class AccessKeys
{
    /// <summary>The longest name, in characters.</summary>
    public const int LongestName = 200;

    private readonly IAccessStore _store;
    private readonly TimeProvider _time;
    private readonly Lock _changing = new();
    private readonly ConcurrentDictionary<string, AccessKey> _byHash;
    private readonly ConcurrentDictionary<int, Instant> _used = new();

    /// <summary>The keys that a store keeps.</summary>
    public AccessKeys(IAccessStore store, TimeProvider time)
    {
        _store = store;
        _time = time;
        _byHash = new(store.Keys().Select(key => KeyValuePair.Create(key.Hash, key)));
    }

    /// <summary>All keys ever made, by number.</summary>
    public IReadOnlyList<AccessKey> List() => [.. _byHash.Values.OrderBy(key => key.Id)];

    /// <summary>When a key was last shown since this was made; null for not since.</summary>
    public Instant? LastUseOf(int id) => _used.TryGetValue(id, out Instant at) ? at : null;

    /// <summary>Makes a key.</summary>
    /// <exception cref="AccessException">The request cannot be granted.</exception>
    public NewKey Create(KeyRequest request, Caller by)
    {
        Instant now = Now();
        ImmutableArray<Scope> scopes = ScopesOf(request);
        if (request.Expires <= now)
        {
            throw new AccessException(new AccessRefusal.ExpiryPast());
        }

        if (request.Name.Length > LongestName)
        {
            throw new AccessException(new AccessRefusal.NameTooLong(LongestName));
        }

        string text = Secret.New(request.Kind == KeyKind.Write ? "pcw_" : "pcs_");
        lock (_changing)
        {
            AccessKey key = _store.Add(
                new AccessKey(0, request.Kind, request.Name.Trim(), Secret.HashOf(text), scopes, now, request.Expires, Instant.Never, Browser: false),
                new Audited(now, by, "key.created"));
            _byHash[key.Hash] = key;
            return new NewKey(text, key);
        }
    }

    /// <summary>Revokes a key: from now on it opens nothing. Doing it twice changes nothing.</summary>
    /// <returns>The key as it is now.</returns>
    /// <exception cref="AccessException">There is no such key.</exception>
    public AccessKey Revoke(int id, Caller by)
    {
        lock (_changing)
        {
            AccessKey key = _byHash.Values.FirstOrDefault(key => key.Id == id) ?? throw new AccessException(new AccessRefusal.KeyUnknown(id));
            return key.Revoked != Instant.Never ? key : Changed(key with { Revoked = Now() }, by, "key.revoked");
        }
    }

    /// <summary>The key that was shown; null when it is none of ours, expired or revoked.</summary>
    /// <param name="text">What was shown.</param>
    /// <param name="fromBrowser">Whether a web page shows it: a write key then becomes public, for ever.</param>
    public AccessKey? Find(string text, bool fromBrowser)
    {
        Instant now = Now();
        if (!_byHash.TryGetValue(Secret.HashOf(text), out AccessKey? key) || !key.IsValidAt(now))
        {
            return null;
        }

        _used[key.Id] = now;

        return fromBrowser && key is { Kind: KeyKind.Write, Browser: false } ? SeenInBrowser(key) : key;
    }

    private AccessKey SeenInBrowser(AccessKey seen)
    {
        lock (_changing)
        {
            AccessKey key = _byHash[seen.Hash];
            return key.Browser ? key : Changed(key with { Browser = true }, new Caller.Keyed(key), "key.public");
        }
    }

    private AccessKey Changed(AccessKey key, Caller by, string action)
    {
        _store.Save(key, new Audited(Now(), by, action));
        _byHash[key.Hash] = key;
        return key;
    }

    private static ImmutableArray<Scope> ScopesOf(KeyRequest request)
    {
        if (request.Kind == KeyKind.Write)
        {
            return request.Scopes.Count == 0 ? [] : throw new AccessException(new AccessRefusal.ScopeOnWriteKey());
        }

        return request.Scopes.Count == 0
            ? throw new AccessException(new AccessRefusal.ScopeMissing())
            : [.. request.Scopes.Select(name => Scopes.TryParse(name, out Scope scope) ? scope : throw new AccessException(new AccessRefusal.ScopeUnknown(name))).Distinct().Order()];
    }

    private Instant Now() => Instant.From(_time.GetUtcNow());
}

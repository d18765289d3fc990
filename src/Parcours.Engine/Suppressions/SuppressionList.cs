using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Identity;
using Parcours.Engine.Import.Lines;

namespace Parcours.Engine.Suppressions;

/// <summary>Addresses that are never written to. They are kept as hashes, so that the list says nothing and forgets nobody. Any thread may call it.</summary>
public sealed class SuppressionList(ISuppressionStore store, TimeProvider time)
{
    /// <summary>The longest reason, in characters.</summary>
    public const int LongestReason = 200;

    /// <summary>Adds an address.</summary>
    /// <returns>The entry; null when the text is no address of that kind.</returns>
    public Suppression? Add(IdentityKind kind, string address, string reason, Caller by)
    {
        if (HashOf(kind, address) is not { } hash)
        {
            return null;
        }

        var now = Instant.From(time.GetUtcNow());
        return store.Add(new Suppression(hash, kind, reason, now), new Audited(now, by, "suppression.added"));
    }

    /// <summary>The entry of an address; null when it may be written to.</summary>
    public Suppression? Find(IdentityKind kind, string address) => HashOf(kind, address) is { } hash ? store.Find(hash) : null;

    /// <summary>The list after a hash, in the order of hashes.</summary>
    public IReadOnlyList<Suppression> After(string hash, int most) => store.After(hash, most);

    /// <summary>Takes an entry away.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string hash, Caller by) => store.Remove(hash, new Audited(Instant.From(time.GetUtcNow()), by, "suppression.removed"));

    private string? HashOf(IdentityKind kind, string address)
    {
        string text = address.Trim();
        ReadOnlySpan<char> plain = text.Length is 0 or > 500 ? default : IdentityText.Normal(text, kind, new char[512], guestIsZero: false);
        bool isAddress = !plain.IsEmpty && (kind != IdentityKind.Email || plain.Contains('@'));
        return isAddress ? store.Hash.Of(kind, plain) : null;
    }
}

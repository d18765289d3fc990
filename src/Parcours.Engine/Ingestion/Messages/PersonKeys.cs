using System.Collections.Immutable;
using System.Text.Json;
using Parcours.Engine.Identity;
using Parcours.Engine.Import.Lines;
using Parcours.Engine.Ingestion.Events;

namespace Parcours.Engine.Ingestion.Messages;

/// <summary>Gathers the keys of a message's person, one of each kind (external identifiers: one of each type), written as the store knows them.</summary>
internal sealed class PersonKeys
{
    private const int LongestKey = 500;
    private const int MostKeys = 16;

    // What broken code sends in place of an identifier: it would make one person of everybody.
    private static readonly string[] Nobody =
        ["undefined", "[object Object]", "NaN", "true", "false", "00000000-0000-0000-0000-000000000000", "not_set", "(not set)"];

    private readonly char[] _room = new char[LongestKey + 1];
    private readonly List<IncomingIdentity> _keys = [];

    /// <summary>Whether nobody is named so far.</summary>
    public bool IsEmpty => _keys.Count == 0;

    /// <summary>Forgets the keys of the message before.</summary>
    public void Clear() => _keys.Clear();

    /// <summary>The keys, the strongest kind first.</summary>
    public ImmutableArray<IncomingIdentity> Take()
    {
        if (_keys.Count > 1)
        {
            _keys.Sort((left, right) => left.Kind.CompareTo(right.Kind));
        }

        return [.. _keys];
    }

    /// <summary>Adds what a message says of its person at its top.</summary>
    public void Add(MessageFields fields)
    {
        if (Add(IdentityKind.Customer, fields.UserId) && MessageText.Of(fields.UserId) is { } id && id.Contains('@'))
        {
            Add(IdentityKind.Email, fields.UserId);
        }

        Add(IdentityKind.Anonymous, fields.AnonymousId);
    }

    /// <summary>Adds e-mail, telephone and loyalty card, where the message has none of the kind yet.</summary>
    public void Add(PropertySlots slots)
    {
        Add(IdentityKind.Email, slots[PropertyField.Email]);
        Add(IdentityKind.Phone, slots[PropertyField.Phone]);
        Add(IdentityKind.LoyaltyCard, slots[PropertyField.LoyaltyCard]);
    }

    /// <summary>Adds the identifiers of other tools: a list of objects with <c>type</c> and <c>id</c>, or one of them.</summary>
    public void AddExternal(JsonElement externals)
    {
        if (externals.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement external in externals.EnumerateArray())
            {
                AddOne(external);
            }
        }
        else
        {
            AddOne(externals);
        }
    }

    /// <summary>Adds a key.</summary>
    /// <returns>False when it names nobody.</returns>
    public bool Add(IdentityKind kind, JsonElement value)
    {
        if (value.ValueKind is not (JsonValueKind.String or JsonValueKind.Number) || Read(kind, MessageText.Of(value)!) is not { } identity)
        {
            return false;
        }

        if (_keys.TrueForAll(known => known.Kind != kind))
        {
            _keys.Add(identity);
        }

        return true;
    }

    /// <summary>A key in its normal form; null when it names nobody.</summary>
    public IncomingIdentity? Read(IdentityKind kind, string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        if (trimmed.Length is 0 or > LongestKey || IsNobody(trimmed))
        {
            return null;
        }

        ReadOnlySpan<char> key = IdentityText.Normal(trimmed, kind, _room, guestIsZero: true);
        return key.IsEmpty ? null : new IncomingIdentity(kind, key.Length == text.Length && kind is not (IdentityKind.Email or IdentityKind.Phone) ? text : key.ToString());
    }

    private void AddOne(JsonElement external)
    {
        if (external.ValueKind != JsonValueKind.Object || _keys.Count >= MostKeys || !external.TryGetProperty("id"u8, out JsonElement id) || !external.TryGetProperty("type"u8, out JsonElement type)
            || MessageText.Of(id)?.Trim() is not { Length: > 0 } key || MessageText.Of(type)?.Trim() is not { Length: > 0 and < 64 } name || IsNobody(key))
        {
            return;
        }

        string prefix = name.ToLowerInvariant() + ":";
        if (prefix.Length + key.Length <= LongestKey && _keys.TrueForAll(known => known.Kind != IdentityKind.External || !known.Key.StartsWith(prefix, StringComparison.Ordinal)))
        {
            _keys.Add(new IncomingIdentity(IdentityKind.External, prefix + key));
        }
    }

    private static bool IsNobody(ReadOnlySpan<char> key)
    {
        foreach (string word in Nobody)
        {
            if (key.Length == word.Length && key.Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

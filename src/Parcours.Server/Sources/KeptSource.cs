using System.Collections.Immutable;
using Parcours.Engine.Sources;

namespace Parcours.Server.Sources;

/// <summary>A source as its file keeps it: what is secret stands there encrypted.</summary>
/// <param name="Number">From 1, never used again: what it brings in is counted under minus this number.</param>
/// <param name="Kind">Which tool it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Secrets">The secrets of its webhooks, encrypted.</param>
/// <param name="Address">Where it is asked; null when it is not.</param>
/// <param name="Token">What it is asked with, encrypted; null when it is not asked.</param>
/// <param name="EveryMinutes">How often it is asked.</param>
/// <param name="Since">The first date of changes that are asked for; null for all.</param>
/// <param name="OwnsCustomerNumbers">Whether its customer numbers are the company's own.</param>
/// <param name="OrderMember">The member of an order that is its number; null for the usual one.</param>
/// <param name="Created">When it was added.</param>
public sealed record KeptSource(
    int Number,
    SourceKind Kind,
    string Name,
    ImmutableArray<string> Secrets,
    Uri? Address,
    string? Token,
    int EveryMinutes,
    DateOnly? Since,
    bool OwnsCustomerNumbers,
    string? OrderMember,
    DateTimeOffset Created)
{
    /// <summary>The number under which what it brings in is accounted: those of keys are above 0.</summary>
    public int KeyId => -Number;

    /// <summary>Whether it is asked.</summary>
    public bool IsAsked => Address is not null && Token is not null;

    /// <summary>Where its webhooks are sent, below the server's address; null when it sends none.</summary>
    public string? HookPath => Secrets.IsEmpty ? null : $"/hooks/{SourceKinds.NameOf(Kind)}/{Name}";
}

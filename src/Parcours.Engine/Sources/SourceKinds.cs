using System.Collections.Immutable;

namespace Parcours.Engine.Sources;

/// <summary>The kinds of source as people type them and addresses show them: <c>shopify</c>.</summary>
public static class SourceKinds
{
    /// <summary>All names, in the order of the enumeration.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Enum.GetNames<SourceKind>().Select(name => name.ToLowerInvariant())];

    /// <summary>The name of a kind.</summary>
    public static string NameOf(SourceKind kind) => Names[(int)kind];

    /// <summary>The kind of a name; false for a name that is none.</summary>
    public static bool TryParse(string name, out SourceKind kind)
    {
        int index = Names.IndexOf(name);
        kind = (SourceKind)Math.Max(index, 0);
        return index >= 0;
    }

    /// <summary>Whether a kind sends webhooks that we read.</summary>
    public static bool Sends(SourceKind kind) => kind != SourceKind.PrestaShop;

    /// <summary>Whether a kind can be asked for its orders and customers.</summary>
    public static bool IsAsked(SourceKind kind) => kind is SourceKind.Shopify or SourceKind.WooCommerce or SourceKind.PrestaShop;
}

using System.Text.Json;
using Parcours.Engine.Import.Lines;

namespace Parcours.Engine.Import.Orders;

/// <summary>Writes an order's payload: its store, with what else its line said.</summary>
internal static class OrderPayload
{
    /// <summary>The payload of an order that is only known by its store.</summary>
    public static string OfStore(ReadOnlySpan<char> store) => "{\"store\":" + JsonSerializer.Serialize(store.ToString(), JsonText.Options) + "}";

    /// <summary>Joins two objects; null when there is none.</summary>
    public static string? With(string? others, string? store) =>
        others is null ? store : store is null ? others : string.Concat(store.AsSpan(0, store.Length - 1), ",", others.AsSpan(1));
}

using System.Text.Json;
using Parcours.Engine.Import.Lines;
using Parcours.Engine.Import.Values;
using Parcours.Engine.Ingestion.Messages;

namespace Parcours.Engine.Ingestion.Events;

/// <summary>Reads what an event says of a product.</summary>
internal static class ProductReading
{
    /// <summary>Puts a product on a fact: its code (else its name, else its category), and what else is said of it.</summary>
    /// <param name="skuFirst">Whether its SKU is the code where both are given.</param>
    public static IncomingFact Of(IncomingFact fact, PropertySlots slots, bool skuFirst)
    {
        string? code = skuFirst
            ? slots.Text(PropertyField.Sku) ?? slots.Text(PropertyField.ProductId)
            : slots.Text(PropertyField.ProductId) ?? slots.Text(PropertyField.Sku);
        string? name = slots.Text(PropertyField.Name);
        string? category = slots.Text(PropertyField.Category);
        string? item = code ?? slots.Text(PropertyField.Variant) ?? name ?? category;
        return fact with { Item = item, Category = category, Product = item is null ? null : Detail(name, slots.Text(PropertyField.Size)) };
    }

    /// <summary>Reads what a line of an order is worth.</summary>
    /// <param name="currency">The order's currency.</param>
    /// <param name="minor">Its amount after discounts; null when nothing says it. Negative for what came back.</param>
    public static Fault? Worth(PropertySlots slots, byte currency, Number quantity, out long? minor)
    {
        byte same = currency;
        Fault? fault = Amounts.Read(slots, ref same, isStated: true, out minor, PropertyField.Line, PropertyField.Amount, PropertyField.Total);
        if (fault is not null || minor is not null || !slots.Has(PropertyField.Price))
        {
            return fault;
        }

        JsonElement price = slots[PropertyField.Price];
        if (!Amounts.TryNumber(price, out Number unit, out _) || !unit.TryMinorTimes(quantity, currency, out long gross))
        {
            return Fault.Amount("price", price.GetRawText());
        }

        // A discount of a line is taken as import takes it; one in per cent says nothing that can be taken off.
        JsonElement discount = slots[PropertyField.Discount];
        long off = Amounts.TryNumber(discount, out Number less, out _) && less.TryMinor(currency, out long discounted) ? Math.Abs(discounted) : 0;
        minor = gross > 0 ? Math.Max(0, gross - off) : gross < 0 ? Math.Min(0, gross + off) : 0;
        return null;
    }

    private static string? Detail(string? name, string? size) =>
        name is null ? size is null ? null : $"{{\"size\":{Json(size)}}}"
        : size is null ? $"{{\"name\":{Json(name)}}}" : $"{{\"name\":{Json(name)},\"size\":{Json(size)}}}";

    private static string Json(string text) => JsonSerializer.Serialize(text, JsonText.Options);
}

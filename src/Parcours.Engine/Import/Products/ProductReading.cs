using System.Globalization;
using System.Text.Json;
using Parcours.Domain.Facts;
using Parcours.Engine.Import.Columns;
using Parcours.Engine.Import.Feeding;
using Parcours.Engine.Import.Lines;
using Parcours.Engine.Import.Reading;

namespace Parcours.Engine.Import.Products;

/// <summary>Reads a catalogue: what each product is called, its category, size, stock, price and cost.</summary>
internal sealed class ProductReading(LineContext context) : LineReading(context)
{
    private readonly OtherColumns _others = new(context.Map);

    /// <inheritdoc/>
    public override Rejection Read(RowReader row)
    {
        Fault = null;
        ReadOnlySpan<char> product = Text(row, Column.Product);
        product = product.IsEmpty ? Text(row, Column.Name) : product;
        if (product.IsEmpty)
        {
            return Refuse(Rejection.Missing, Column.Product);
        }

        var detail = new SortedDictionary<string, object>(StringComparer.Ordinal);
        if (!TryMoney(row, Column.Price, detail) || !TryMoney(row, Column.Cost, detail))
        {
            return Refuse(Rejection.Amount, Context.Map.Has(Column.Price) ? Column.Price : Column.Cost);
        }

        Put(detail, "name", Text(row, Column.Name));
        Put(detail, "size", Text(row, Column.Size));
        Put(detail, "stock", Text(row, Column.Stock));
        Put(detail, "currency", detail.ContainsKey("price") || detail.ContainsKey("cost") ? Currencies.CodeOf(FirstCurrency) : default);
        if (_others.Read(row) is { } others)
        {
            detail["other"] = JsonSerializer.Deserialize<JsonElement>(others);
        }

        Feed feed = Context.Feed;
        feed.StartLine();
        string? text = detail.Count == 0 ? null : JsonSerializer.Serialize(detail, JsonText.Options);
        ReadOnlySpan<char> category = Text(row, Column.Category);
        int term = feed.Term(product);
        feed.Product(term, feed.Term(category), text);
        feed.Record(feed.Ids.Start('p').Add(product).Add(category).Add(text).Take(), string.Empty);
        return Rejection.None;
    }

    private bool TryMoney(RowReader row, Column column, SortedDictionary<string, object> detail)
    {
        if (Text(row, column).IsEmpty)
        {
            return true;
        }

        if (!TryAmount(row, column, out Money money))
        {
            return false;
        }

        FirstCurrency = money.Currency;
        detail[ColumnNames.NameOf(column)] = money.ToDecimal().ToString(CultureInfo.InvariantCulture);
        return true;
    }

    private static void Put(SortedDictionary<string, object> detail, string name, ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty)
        {
            detail[name] = text.ToString();
        }
    }
}

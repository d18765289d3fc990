using Parcours.Domain.Facts;
using Parcours.Domain.Purchases;
using Parcours.Engine.Spend;

namespace Parcours.Engine.Value;

/// <summary>
/// What a source's customers cost and bring. They are those whose first order fell between the source's first and last day of advertising. Amounts are whole units
/// of the base's currency.
/// </summary>
/// <param name="Source">The source as the file of advertising spend names it.</param>
/// <param name="Customers">How many customers it brought in that time; 0 or more.</param>
/// <param name="Advertising">What was spent on advertising there.</param>
/// <param name="Spent">What those customers have spent so far.</param>
/// <param name="Expected">What they are expected to spend within the horizon.</param>
/// <param name="Margin">What they brought and are expected to bring as margin; null when no cost of products is known.</param>
public sealed record SourceValue(string Source, int Customers, double Advertising, double Spent, double Expected, double? Margin)
{
    /// <summary>Advertising for one customer; null when there is none.</summary>
    public double? CostPerCustomer => Customers > 0 ? Advertising / Customers : null;

    /// <summary>What a customer has spent and is expected to spend, over what one cost; null when there is none, or advertising was free.</summary>
    public double? Return => Customers > 0 && Advertising > 0 ? (Margin ?? (Spent + Expected)) / Advertising : null;

    /// <summary>All sources that advertising was paid for, the most expensive first.</summary>
    /// <param name="spend">The advertising spend of the workspace; amounts in another currency than the base's are left out.</param>
    /// <param name="values">The customers' values.</param>
    /// <param name="began">How the same customers began, in the same order.</param>
    /// <param name="sources">Their sources, in the same order.</param>
    /// <param name="currency">The base's currency.</param>
    public static IReadOnlyList<SourceValue> Of(
        IReadOnlyList<AdvertisingSpend> spend, IReadOnlyList<CustomerValue> values, FirstPurchase[] began, string[] sources, byte currency)
    {
        ILookup<string, int> customers = Enumerable.Range(0, values.Count).ToLookup(i => sources[i], StringComparer.OrdinalIgnoreCase);
        return
        [
            .. spend.Where(line => line.Amount.Currency == currency)
                .GroupBy(line => line.Source.Length > 0 ? line.Source : line.Campaign, StringComparer.OrdinalIgnoreCase)
                .Select(lines => Of(lines, customers[lines.Key], values, began, currency))
                .OrderByDescending(source => source.Advertising).ThenBy(source => source.Source, StringComparer.Ordinal),
        ];
    }

    private static SourceValue Of(IGrouping<string, AdvertisingSpend> lines, IEnumerable<int> customers, IReadOnlyList<CustomerValue> values, FirstPurchase[] began, byte currency)
    {
        int first = lines.Min(line => line.Day);
        int last = lines.Max(line => line.Day);
        CustomerValue[] own = [.. customers.Where(i => began[i].Day >= first && began[i].Day <= last).Select(i => values[i])];
        bool hasMargin = own.Length > 0 && own[0].MarginRate is not null;
        return new SourceValue(
            lines.Key, own.Length, (double)new Money(lines.Sum(line => line.Amount.Minor), currency).ToDecimal(), own.Sum(value => value.Spent), own.Sum(value => value.Expected),
            hasMargin ? own.Sum(value => (value.Spent + value.Expected) * value.MarginRate!.Value) : null);
    }
}

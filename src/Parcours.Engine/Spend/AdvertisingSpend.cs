using System.Globalization;
using Parcours.Domain.Facts;
using Parcours.Engine.Import.Feeding;
using Parcours.Engine.Workspaces;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Engine.Spend;

/// <summary>
/// What advertising cost: a figure of a day, a source and a campaign. It happened to no subject, so it is no fact: it is kept as a document of the
/// workspace, brought there by <c>import --as spend</c>, and divided by the customers each source brought where an acquisition cost is asked.
/// </summary>
/// <param name="Day">The local day, as <see cref="Calendar.DayOf(DateOnly)"/> counts.</param>
/// <param name="Source">The source as the file names it, as "google"; empty when the file only names a campaign.</param>
/// <param name="Campaign">The campaign; empty for none.</param>
/// <param name="Amount">What was spent, in its own currency: amounts of different currencies are never added.</param>
public readonly record struct AdvertisingSpend(int Day, string Source, string Campaign, Money Amount)
{
    private const int Fields = 6;

    /// <summary>
    /// All the spend a workspace knows: one figure for each day, source, campaign and currency, in that order. A line imported twice counts once, and where a
    /// later file gives other lines for a day, source and campaign, only those count. Empty when none was imported.
    /// </summary>
    public static IReadOnlyList<AdvertisingSpend> Of(IWorkspaceStore store) =>
    [
        .. (store.Document(RecordBook.NameOf("spend")) ?? string.Empty).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .Where(fields => fields.Length >= Fields && fields[^1] != RecordBook.Replaced)
            .Select(Read)
            .GroupBy(line => (line.Day, line.Source, line.Campaign, line.Amount.Currency))
            .Select(lines => lines.First() with { Amount = new Money(lines.Sum(line => line.Amount.Minor), lines.Key.Currency) })
            .OrderBy(line => line.Day).ThenBy(line => line.Source, StringComparer.Ordinal).ThenBy(line => line.Campaign, StringComparer.Ordinal).ThenBy(line => line.Amount.Currency),
    ];

    private static AdvertisingSpend Read(string[] fields)
    {
        _ = Currencies.TryFind(fields[5], out byte currency);
        int day = Calendar.DayOf(DateOnly.ParseExact(fields[1], "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return new AdvertisingSpend(day, fields[2], fields[3], new Money(long.Parse(fields[4], CultureInfo.InvariantCulture), currency));
    }
}

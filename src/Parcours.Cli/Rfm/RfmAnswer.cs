using System.Globalization;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Rfm;

namespace Parcours.Cli.Rfm;

/// <summary>What <c>parcours rfm</c> answers, for machines and for people.</summary>
internal static class RfmAnswer
{
    public static void Write(Utf8JsonWriter writer, RfmAnalysis now, RfmAnalysis before, RfmMap? map, byte currency)
    {
        Members(writer, now, map, currency);
        writer.WriteStartObject("previous");
        Members(writer, before, map, currency);
        writer.WriteEndObject();
    }

    public static void Show(VerbRun run, RfmAnalysis now, RfmAnalysis before, RfmMap? map, HistoryBase histories)
    {
        Language language = run.Language;
        byte currency = histories.Currency;
        string previous = language.Date(before.At, histories.Calendar);
        string[] columns = [string.Empty, language.Date(now.At, histories.Calendar), previous];
        var sums = new Sheet(language.Say("Recency, frequency, money", "Récence, fréquence, montant"), columns);
        sums.Row(language.Say("Customers", "Clients"), language.Count(now.Totals.Customers), language.Count(before.Totals.Customers));
        sums.Row(language.Say("Orders", "Commandes"), language.Count(now.Totals.Orders), language.Count(before.Totals.Orders));
        sums.Row(language.Say("Revenue", "Chiffre d'affaires"), language.Amount(now.Totals.Revenue, currency), language.Amount(before.Totals.Revenue, currency));
        sums.Row(language.Say("Refunds", "Remboursements"), language.Amount(now.Totals.Refunds, currency), language.Amount(before.Totals.Refunds, currency));
        sums.Write(run.Terminal);
        if (map is not null)
        {
            ShowGroups(run, now, before, map, columns, currency);
        }

        if (now.Quantiles <= 9)
        {
            ShowGrid(run, now);
        }

        if (now.Totals.OtherCurrency > 0)
        {
            run.Terminal.Error.WriteLine(language.Say(
                $"{language.Count(now.Totals.OtherCurrency)} amounts in another currency are in no sum.",
                $"{language.Count(now.Totals.OtherCurrency)} montants dans une autre monnaie ne sont dans aucune somme."));
        }
    }

    private static void Members(Utf8JsonWriter writer, RfmAnalysis analysis, RfmMap? map, byte currency)
    {
        writer.WriteString("at", analysis.At.ToString());
        writer.WriteNumber("quantiles", analysis.Quantiles);
        writer.WriteNumber("customers", analysis.Totals.Customers);
        writer.WriteNumber("orders", analysis.Totals.Orders);
        writer.WriteAmount("revenue", analysis.Totals.Revenue, currency);
        writer.WriteAmount("refunds", analysis.Totals.Refunds, currency);
        writer.WriteString("currency", Currencies.CodeOf(currency));
        writer.WriteNumber("other_currency", analysis.Totals.OtherCurrency);
        writer.WriteStartObject("cells");
        foreach (RfmCell cell in analysis.Cells())
        {
            writer.WriteNumber(cell.Name(analysis.Quantiles), cell.Customers);
        }

        writer.WriteEndObject();
        if (map is null)
        {
            return;
        }

        writer.WriteString("map", map.Id);
        writer.WriteStartArray("groups");
        foreach ((RfmGroup group, long customers, long spend) in map.Count(analysis))
        {
            writer.WriteStartObject();
            writer.WriteString("id", group.Id);
            writer.WriteNumber("customers", customers);
            writer.WriteAmount("spend", spend, currency);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void ShowGroups(VerbRun run, RfmAnalysis now, RfmAnalysis before, RfmMap map, string[] columns, byte currency)
    {
        Language language = run.Language;
        var sheet = new Sheet(
            language.Say($"Groups ({map.Id})", $"Groupes ({map.Id})"),
            language.Say("group", "groupe"), columns[1], columns[2], language.Say("net spend", "dépense nette"), columns[2]);
        foreach (var (current, earlier) in map.Count(now).Zip(map.Count(before)))
        {
            sheet.Row(
                language.Say(current.Group.Name), language.Count(current.Customers), language.Count(earlier.Customers),
                language.Amount(current.Spend, currency), language.Amount(earlier.Spend, currency));
        }

        sheet.Write(run.Terminal);
    }

    private static void ShowGrid(VerbRun run, RfmAnalysis analysis)
    {
        Language language = run.Language;
        var counts = analysis.Scores.CountBy(score => (score.Recency, score.Frequency)).ToDictionary();
        string[] frequencies = [.. Enumerable.Range(1, analysis.Quantiles).Select(score => "F" + score.ToString(CultureInfo.InvariantCulture))];
        var sheet = new Sheet(language.Say("Customers by recency (R) and frequency (F)", "Clients par récence (R) et fréquence (F)"), [string.Empty, .. frequencies]);
        for (int recency = analysis.Quantiles; recency >= 1; recency--)
        {
            int row = recency;
            sheet.Row(
            [
                "R" + row.ToString(CultureInfo.InvariantCulture),
                .. Enumerable.Range(1, analysis.Quantiles).Select(frequency => language.Count(counts.GetValueOrDefault(((short)row, (short)frequency)))),
            ]);
        }

        sheet.Write(run.Terminal);
    }
}

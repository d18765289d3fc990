using System.Globalization;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Domain.Rfm;

namespace Parcours.Cli.Rfm;

/// <summary>What <c>parcours rfm</c> answers, for machines and for people.</summary>
internal static class RfmAnswer
{
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

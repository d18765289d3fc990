using System.Text.Json.Nodes;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Cohorts by month of first order: who orders again, and what a customer has brought so far.</summary>
internal static class CohortFigure
{
    private static readonly LocalText Name = new("Cohorts", "Cohortes");
    private static readonly LocalText Missing = new("Cohorts need orders over at least two months.", "Les cohortes demandent des commandes sur au moins deux mois.");
    private static readonly LocalText Finding = new("{0} of a cohort orders again in the month after its first, and {2} in month {1}", "{0} d’une cohorte recommande le mois suivant, et {2} au mois {1}");
    private static readonly LocalText FindingShort = new("{0} of a cohort orders again in the month after its first", "{0} d’une cohorte recommande le mois suivant");
    private static readonly LocalText Subtitle = new("Share of each cohort who ordered, by month since the first order; a row is the month of the first order, with the size of the cohort",
        "Part de chaque cohorte ayant commandé, par mois depuis la première commande\u00a0; une ligne est le mois de la première commande, avec la taille de la cohorte");

    private static readonly LocalText RevenueName = new("Revenue by cohort", "Chiffre d’affaires par cohorte");
    private static readonly LocalText RevenueFinding = new("A customer brings {0} over the first {1} months", "Un client rapporte {0} sur les {1} premiers mois");
    private static readonly LocalText RevenueSubtitle = new("Net revenue per customer of the cohort, added up from the month of the first order", "Chiffre d’affaires net par client de la cohorte, cumulé depuis le mois de la première commande");
    private static readonly LocalText Partial = new("The last cell of each row counts a month that is not over.", "La dernière case de chaque ligne compte un mois inachevé.");
    private static readonly LocalText Cohort = new("Cohort", "Cohorte");
    private static readonly LocalText Size = new("Size", "Taille");
    private static readonly LocalText Month = new("Month {0}", "Mois {0}");
    private static readonly LocalText After = new("months since the first order", "mois depuis la première commande");
    private static readonly LocalText Ordered = new("{0} ordered, {1}", "{0} ont commandé, soit {1}");
    private static readonly LocalText SoFar = new("{0} per customer so far", "{0} par client à ce stade");

    public static Figure Retention(Scribe scribe)
    {
        if (scribe.Model.Cohorts is not { Rows.Count: > 1 } cohorts)
        {
            return Figure.Empty("cohorts", scribe.Text(Name), scribe.Text(Missing));
        }

        double first = Weighted(cohorts, 1) ?? 0;
        double? year = Weighted(cohorts, 12);
        return Grid(scribe, cohorts, "cohorts", scribe.Text(Name), "share",
            (row, month) => row.Active[month] / (double)row.Size,
            (row, month, value) => scribe.Text(Ordered, scribe.Count(row.Active[month]), scribe.Share(value)),
            share => Cell.Of(share, scribe.Share)) with
        {
            Finding = year is { } twelve ? scribe.Text(Finding, scribe.Share(first), 12, scribe.Share(twelve)) : scribe.Text(FindingShort, scribe.Share(first)),
            Subtitle = scribe.Text(Subtitle),
        };
    }

    public static Figure Revenue(Scribe scribe)
    {
        if (scribe.Model.Cohorts is not { Rows.Count: > 1 } cohorts)
        {
            return Figure.Empty("cohort-revenue", scribe.Text(RevenueName), scribe.Text(Missing));
        }

        int months = Math.Min(12, cohorts.Rows[0].Revenue.Count);
        CohortRow[] complete = [.. cohorts.Rows.Where(row => row.Revenue.Count >= months)];
        double perCustomer = complete.Sum(row => row.Revenue.Take(months).Sum()) / (double)complete.Sum(row => row.Size);
        return Grid(scribe, cohorts, "cohort-revenue", scribe.Text(RevenueName), "money",
            (row, month) => row.Revenue.Take(month + 1).Sum() / (double)row.Size,
            (_, _, value) => scribe.Text(SoFar, scribe.Money(value)),
            minor => scribe.MoneyCell(minor)) with
        {
            Finding = scribe.Text(RevenueFinding, scribe.Money(perCustomer), months),
            Subtitle = scribe.Text(RevenueSubtitle),
        };
    }

    private static double? Weighted(CohortGrid cohorts, int month)
    {
        // A month still running would make the share of its cohort too small.
        int missing = cohorts.LastMonthComplete ? 0 : 1;
        CohortRow[] seen = [.. cohorts.Rows.Where(row => row.Active.Count - missing > month)];
        return seen.Length == 0 ? null : seen.Sum(row => row.Active[month]) / (double)seen.Sum(row => row.Size);
    }

    private static Figure Grid(
        Scribe scribe, CohortGrid cohorts, string id, string name, string unit,
        Func<CohortRow, int, double> value, Func<CohortRow, int, double, string> tip, Func<double, Cell> write)
    {
        int months = cohorts.Rows.Max(row => row.Active.Count);
        var cells = new JsonArray();
        for (int y = 0; y < cohorts.Rows.Count; y++)
        {
            CohortRow row = cohorts.Rows[y];
            for (int x = 0; x < row.Active.Count && row.Size > 0; x++)
            {
                double cell = value(row, x);
                cells.Add((JsonNode)new JsonObject
                {
                    ["x"] = x,
                    ["y"] = y,
                    ["value"] = Math.Round(cell, 4),
                    ["label"] = unit == "share" ? scribe.Count(cell * 100) : null,
                    ["plain"] = unit == "share" && x == 0,
                    ["tip"] = Scribe.Lines(scribe.Language.Month(row.Month) + ", " + scribe.Text(Month, x), tip(row, x, cell)),
                });
            }
        }

        return new Figure(id, name)
        {
            Finding = "",
            Height = 70 + (cohorts.Rows.Count * 24),
            Note = cohorts.LastMonthComplete ? null : scribe.Text(Partial),
            Chart = new JsonObject
            {
                ["kind"] = "heat",
                ["columns"] = new JsonArray([.. Enumerable.Range(0, months).Select(month => (JsonNode)scribe.Count(month))]),
                ["rows"] = new JsonArray([.. cohorts.Rows.Select(row => (JsonNode)(scribe.Language.Month(row.Month) + "  (" + scribe.Count(row.Size) + ")"))]),
                ["cells"] = cells,
                ["unit"] = unit,
                ["axis"] = scribe.Text(After),
                ["dense"] = true,
            },
            Table = new Table(
                [new Column(scribe.Text(Cohort), false), new Column(scribe.Text(Size)), .. Enumerable.Range(0, months).Select(month => new Column(scribe.Text(Month, month)))],
                [.. cohorts.Rows.Select(row => (IReadOnlyList<Cell>)[new Cell(scribe.Language.Month(row.Month)), Cell.Of(row.Size, scribe.Count),
                    .. Enumerable.Range(0, months).Select(month => month < row.Active.Count && row.Size > 0 ? write(value(row, month)) : new Cell(""))])]),
        };
    }
}

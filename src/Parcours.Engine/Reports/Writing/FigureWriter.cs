using System.Globalization;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Figures;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports.Writing;

/// <summary>Writes a figure: finding, subtitle, the place of the chart, the table, the downloads.</summary>
internal static class FigureWriter
{
    private static readonly LocalText AsTable = new("As a table", "En tableau");
    private static readonly LocalText Image = new("Download PNG", "Télécharger en PNG");
    private static readonly LocalText File = new("Download CSV", "Télécharger en CSV");
    private static readonly LocalText Described = new("{0}. {1}. The same data follows as a table.", "{0}. {1}. Les mêmes données suivent en tableau.");

    public static void Write(HtmlWriter html, Scribe scribe, Figure figure)
    {
        html.Open("section", ("id", figure.Id), ("class", figure.IsHalf ? "half" : null), ("aria-label", figure.Name))
            .Open("div", ("class", "picture")).Element("p", figure.Name, ("class", "eyebrow"));
        if (figure.Table is not { } table)
        {
            html.Element("h2", figure.Finding, ("class", "empty")).Close("div").Close("section");
            return;
        }

        html.Element("h2", figure.Finding).Element("p", figure.Subtitle, ("class", "subtitle"));
        if (figure.Chart is not null)
        {
            html.Open("div", ("class", "chart"), ("role", "img"), ("data-chart", figure.Id), ("aria-label", scribe.Text(Described, figure.Finding, figure.Subtitle))).Close("div");
        }

        html.Close("div");
        if (figure.Chart is not null)
        {
            html.Open("details", ("open", "")).Element("summary", scribe.Text(AsTable));
        }

        WriteTable(html, scribe, figure, table);
        if (figure.Chart is not null)
        {
            html.Close("details");
        }

        if (figure.Note is { } note)
        {
            html.Element("p", note, ("class", "note"));
        }

        html.Open("p", ("class", "downloads"));
        if (figure.Chart is not null)
        {
            Download(html, scribe.Text(Image), "png", figure);
        }

        Download(html, scribe.Text(File), "csv", figure);
        html.Close("p").Close("section");
    }

    private static void Download(HtmlWriter html, string text, string kind, Figure figure) =>
        html.Element("button", text, ("type", "button"), ("data-download", kind), ("data-figure", figure.Id), ("aria-label", text + ", " + figure.Name));

    private static void WriteTable(HtmlWriter html, Scribe scribe, Figure figure, Table table)
    {
        html.Open("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", figure.Name + ", " + scribe.Text(AsTable).ToLowerInvariant()))
            .Open("table", ("class", table.Columns.Count > 12 ? "wide" : null)).Element("caption", figure.Name + ". " + figure.Subtitle).Open("thead").Open("tr");
        foreach (Column column in table.Columns)
        {
            html.Element("th", column.Title, ("scope", "col"), ("class", column.Numeric ? "n" : null));
        }

        html.Close("tr").Close("thead").Open("tbody");
        foreach (IReadOnlyList<Cell> row in table.Rows)
        {
            html.Open("tr");
            for (int i = 0; i < row.Count; i++)
            {
                WriteCell(html, scribe, row[i], i == 0, table.Columns[i].Numeric);
            }

            html.Close("tr");
        }

        html.Close("tbody").Close("table").Close("div");
    }

    private static void WriteCell(HtmlWriter html, Scribe scribe, Cell cell, bool isHeader, bool isNumeric)
    {
        string element = isHeader ? "th" : "td";
        html.Open(element, ("scope", isHeader ? "row" : null), ("class", isNumeric ? "n" : null), ("data-v", cell.Raw));
        if (cell.Bar is { } bar)
        {
            html.Open("svg", ("class", "bar"), ("viewBox", "0 0 100 10"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"))
                .Open("rect", ("width", Math.Round(Math.Max(bar * 100, 0.5), 1).ToString(CultureInfo.InvariantCulture)), ("height", "10")).Close("svg");
        }

        if (cell.Stages.Count == 0)
        {
            html.Text(cell.Text);
        }

        for (int i = 0; i < cell.Stages.Count; i++)
        {
            if (i > 0)
            {
                html.Text(" → ");
            }

            ReportStage stage = scribe.Model.Stages[cell.Stages[i]];
            html.Open("span", ("class", "stage"))
                .Open("svg", ("class", "swatch"), ("viewBox", "0 0 10 10"), ("aria-hidden", "true"))
                .Open("rect", ("width", "10"), ("height", "10"), ("rx", "2"), ("fill", stage.Color), ("class", "day"))
                .Open("rect", ("width", "10"), ("height", "10"), ("rx", "2"), ("fill", stage.ColorOnDark), ("class", "night")).Close("svg")
                .Text(scribe.Stage(cell.Stages[i])).Close("span");
        }

        if (cell.GoesOn)
        {
            html.Text(" → …");
        }

        html.Close(element);
    }
}

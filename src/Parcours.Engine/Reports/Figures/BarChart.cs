using System.Text.Json.Nodes;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Horizontal bars, each with a mark where it stood a year earlier.</summary>
internal static class BarChart
{
    /// <summary>Bars without a mark.</summary>
    public static JsonObject Of(FigureUnit unit, IEnumerable<BarRow> rows) => new()
    {
        ["kind"] = "bars",
        ["unit"] = unit.ToString().ToLowerInvariant(),
        ["rows"] = new JsonArray([.. rows.Select(row => new JsonObject
        {
            ["name"] = row.Name,
            ["stage"] = row.Stage,
            ["value"] = row.Value.Now,
            ["mark"] = null,
            ["label"] = row.Label,
            ["tip"] = Scribe.Lines(row.Name, row.Label, row.Detail),
        })]),
    };

    public static JsonObject Of(FigureUnit unit, Scribe scribe, IEnumerable<BarRow> rows) => new()
    {
        ["kind"] = "bars",
        ["unit"] = unit.ToString().ToLowerInvariant(),
        ["markName"] = scribe.Text(CommonWords.YearEarlier),
        ["rows"] = new JsonArray([.. rows.Select(row => new JsonObject
        {
            ["name"] = row.Name,
            ["stage"] = row.Stage,
            ["value"] = row.Value.Now,
            ["mark"] = row.Value.YearEarlier,
            ["label"] = row.Label,
            ["tip"] = Scribe.Lines(row.Name, row.Label, row.Detail, row.Value.YearEarlier is { } before
                ? scribe.Text(CommonWords.YearEarlierIs, scribe.Language.Figure(before, unit, scribe.Model.Scope.Currency)) : null),
        })]),
    };
}

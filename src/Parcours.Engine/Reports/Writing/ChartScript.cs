using System.Globalization;
using System.Text.Json.Nodes;
using Parcours.Domain.Facts;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports.Writing;

/// <summary>What the scripts of a page draw from: the charts of its figures, the colours of its stages, and how its reader writes numbers.</summary>
public static class ChartScript
{
    /// <summary>The data of a page.</summary>
    /// <param name="language">The reader's language.</param>
    /// <param name="currency">The workspace's currency; 0 for none.</param>
    /// <param name="stages">The stages that charts number, in the order shown; empty for a page without stages.</param>
    /// <param name="figures">The figures.</param>
    /// <param name="file">How names of downloaded files begin.</param>
    public static JsonObject Of(ReportLanguage language, byte currency, IReadOnlyList<ReportStage> stages, IEnumerable<Figure> figures, string file)
    {
        (string before, string after) = language.MoneyPattern(currency);
        var charts = new JsonObject();
        foreach (Figure figure in figures.Where(figure => figure.Chart is not null))
        {
            JsonObject chart = figure.Chart!.DeepClone().AsObject(); // a figure may be kept, and shown on several pages
            chart["height"] = figure.Height;
            charts[figure.Id] = chart;
        }

        return new JsonObject
        {
            ["thousands"] = language.Thousands,
            ["point"] = language.Point,
            ["percent"] = language.Percent,
            ["lang"] = language.Code,
            ["moneyBefore"] = before,
            ["moneyAfter"] = after,
            ["minorUnits"] = Currencies.MinorUnits(currency),
            ["billion"] = language.IsFrench ? "\u00a0Md" : "bn",
            ["file"] = file,
            ["stages"] = new JsonArray([.. stages.Select(stage => (JsonNode)stage.Color)]),
            ["stagesOnDark"] = new JsonArray([.. stages.Select(stage => (JsonNode)stage.ColorOnDark)]),
            ["neutral"] = StagePalette.Neutral,
            ["charts"] = charts,
        };
    }

    /// <summary>How names of files about a lifecycle at a date begin.</summary>
    internal static string FileOf(ReportScope scope) => scope.LifecycleId + "-" + scope.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

using System.Text.Json.Nodes;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports.Figures;

/// <summary>Lines over shares or over a row of dates.</summary>
internal static class LineChart
{
    private const int Decimals = 5;

    /// <summary>A chart of shares against shares, both from 0 to 100%.</summary>
    public static JsonObject OfShares(string horizontal, params ReadOnlySpan<ChartLine> lines) => Of(
        new JsonObject { ["unit"] = "share", ["top"] = 1, ["name"] = horizontal }, new JsonObject { ["unit"] = "share", ["top"] = 1 }, [], lines);

    /// <summary>A chart over dates: the points of a line count from 0 along them.</summary>
    public static JsonObject OverDates(IEnumerable<string> dates, FigureUnit unit, double? top, IEnumerable<(double At, string Label)> marks, params ReadOnlySpan<ChartLine> lines) => Of(
        new JsonObject { ["labels"] = new JsonArray([.. dates.Select(date => (JsonNode)date)]) },
        new JsonObject { ["unit"] = unit.ToString().ToLowerInvariant(), ["top"] = top },
        [.. marks.Select(mark => new JsonObject { ["at"] = Math.Round(mark.At, Decimals), ["label"] = mark.Label })],
        lines);

    private static JsonObject Of(JsonObject horizontal, JsonObject vertical, JsonArray marks, ReadOnlySpan<ChartLine> lines)
    {
        var drawn = new JsonArray();
        foreach (ChartLine line in lines)
        {
            drawn.Add((JsonNode)new JsonObject
            {
                ["name"] = line.Name,
                ["color"] = line.Color,
                ["dashed"] = line.IsDashed,
                ["bare"] = line.IsBare,
                ["dots"] = line.HasDots || line.IsBare,
                ["points"] = new JsonArray([.. line.Points.Select(point => new JsonArray(Math.Round(point.X, Decimals), Math.Round(point.Y, Decimals)))]),
                ["tips"] = line.Tips is { } tips ? new JsonArray([.. tips.Select(tip => tip.DeepClone())]) : null,
            });
        }

        return new JsonObject { ["kind"] = "lines", ["x"] = horizontal, ["y"] = vertical, ["marks"] = marks, ["lines"] = drawn };
    }
}

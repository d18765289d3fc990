using System.Globalization;
using System.Text.Json.Nodes;
using Parcours.Domain.Time;
using Parcours.Engine.Live;
using Parcours.Engine.Reports.Writing;
using Parcours.Web.Shell;

namespace Parcours.Web.Quarantine;

/// <summary>What became of messages, hour by hour or day by day.</summary>
public static class AccountingFigure
{
    /// <summary>The figure.</summary>
    /// <param name="frame">The reader.</param>
    /// <param name="clock">How moments are written.</param>
    /// <param name="rows">The starts of the hours or days with their accounts, in order, those without messages too.</param>
    /// <param name="byDay">Whether they are days.</param>
    public static Figure Of(Frame frame, Clock clock, IReadOnlyList<(Instant At, IntakeCounts Counts)> rows, bool byDay)
    {
        (Instant at, IntakeCounts most) = rows.MaxBy(row => row.Counts.Received);
        string When(Instant moment) => byDay ? clock.Day(moment) : clock.Minute(moment);
        string count = frame.Language.Count(most.Received);
        return new Figure("messages", frame.Say("Messages", "Messages"))
        {
            Finding = frame.Say($"The most came on {When(at)}: {count}", $"Le plus est arrivé le {When(at)} : {count}"),
            Subtitle = byDay ? frame.Say("Messages by day", "Messages par jour") : frame.Say("Messages by hour", "Messages par heure"),
            Height = 280,
            Chart = Chart(frame, clock, rows, byDay, When),
            Table = new Table(
                [
                    new Column(byDay ? frame.Say("Day", "Jour") : frame.Say("Hour", "Heure"), false), new Column(frame.Say("Received", "Reçus")), new Column(frame.Say("Stored", "Gardés")),
                    new Column(frame.Say("Duplicates", "Doublons")), new Column(frame.Say("Put aside", "Mis de côté")),
                ],
                [
                    .. rows.Where(row => row.Counts != default).Reverse().Select(row => (IReadOnlyList<Cell>)
                    [
                        new Cell(When(row.At), row.At.ToDateTimeOffset().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
                        Number(frame, row.Counts.Received), Number(frame, row.Counts.Stored), Number(frame, row.Counts.Duplicates), Number(frame, row.Counts.Quarantined),
                    ]),
                ]),
        };
    }

    private static JsonObject Chart(Frame frame, Clock clock, IReadOnlyList<(Instant At, IntakeCounts Counts)> rows, bool byDay, Func<Instant, string> when)
    {
        JsonObject Line(string name, string color, bool isDashed, Func<IntakeCounts, long> of) => new()
        {
            ["name"] = name,
            ["color"] = color,
            ["dashed"] = isDashed,
            ["bare"] = false,
            ["dots"] = false,
            ["points"] = new JsonArray([.. rows.Select((row, place) => new JsonArray(place, of(row.Counts)))]),
            ["tips"] = new JsonArray([.. rows.Select(row => new JsonArray(when(row.At), $"{name}{(frame.Language.IsFrench ? " " : "")}: {frame.Language.Count(of(row.Counts))}"))]),
        };
        string Short(Instant at) => byDay || rows.Count > 48 ? frame.Language.ShortDate(clock.DayOf(at)) : clock.Minute(at)[^5..];
        return new JsonObject
        {
            ["kind"] = "lines",
            ["x"] = new JsonObject { ["labels"] = new JsonArray([.. rows.Select(row => (JsonNode)Short(row.At))]) },
            ["y"] = new JsonObject { ["unit"] = "count", ["top"] = null },
            ["marks"] = new JsonArray(),
            ["lines"] = new JsonArray(
                Line(frame.Say("put aside", "mis de côté"), "ink", true, counts => counts.Quarantined),
                Line(frame.Say("duplicates", "doublons"), "soft", false, counts => counts.Duplicates),
                Line(frame.Say("stored", "gardés"), "data", false, counts => counts.Stored)),
        };
    }

    private static Cell Number(Frame frame, long value) => new(frame.Language.Count(value), value.ToString(CultureInfo.InvariantCulture));
}

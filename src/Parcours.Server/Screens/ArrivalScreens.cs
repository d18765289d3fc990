using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Engine.Live;
using Parcours.Server.Routes;
using Parcours.Web.Shell;
using Parcours.Web.Sources;

namespace Parcours.Server.Screens;

/// <summary>What comes in, as it comes.</summary>
internal sealed class ArrivalScreens(FrameReading frames, LiveWorkspace live, SenderNames senders)
{
    private const int LongestName = 80;

    internal static void Map(RouteTable routes) => routes.Get(
        "/data/live", Callers.Operators(Role.Analyst), (HttpContext context, ArrivalScreens screens, string? key, string? paused) => screens.Show(context, key, paused)).ForPages();

    private IResult Show(HttpContext context, string? key, string? paused)
    {
        Frame frame = frames.Of(context);
        int? sender = int.TryParse(key, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : null;
        IReadOnlyList<ArrivalRow> rows = [.. live.Arrivals.Of(sender).Select(RowOf)];
        return Screen.Show<ArrivalsPage>(context, new
        {
            Frame = frame,
            Clock = frames.ClockOf(frame),
            Rows = rows,
            Senders = senders.Of(frame, rows.Select(row => row.KeyId)),
            Key = sender,
            IsPaused = paused == "1",
        });
    }

    private static ArrivalRow RowOf(Arrival arrival) => arrival.Message switch
    {
        { Event: { } said } => new ArrivalRow(arrival.Number, arrival.KeyId, said.ReceivedAt, NameIn(said.Payload), said.Identities[0].Key, arrival.Outcome)
        {
            Facts = [.. said.Facts.Select(fact => fact.Kind).Distinct()],
        },
        { Quarantined: { } aside } => new ArrivalRow(arrival.Number, arrival.KeyId, aside.ReceivedAt, NameIn(aside.Raw), null, arrival.Outcome) { Reason = aside.Reason },
        _ => throw new InvalidOperationException("A message is an event, or put aside."),
    };

    // What its sender calls it: the event of a track, the name of a page, else the type.
    private static string NameIn(string? payload)
    {
        if (payload is null)
        {
            return string.Empty;
        }

        try
        {
            using var json = JsonDocument.Parse(payload);
            JsonElement said = json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("_message", out JsonElement message) ? message : json.RootElement;
            string? name = TextIn(said, "event") ?? TextIn(said, "name") ?? TextIn(said, "type") ?? TextIn(said, "kind");
            return name is null ? string.Empty : name.Length > LongestName ? name[..LongestName] + "…" : name;
        }
        catch (JsonException)
        {
            return string.Empty;
        }
    }

    private static string? TextIn(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}

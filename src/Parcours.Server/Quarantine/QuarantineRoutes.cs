using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Server.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Quarantine;

/// <summary>Messages put aside: looked at, mended and taken at last.</summary>
internal static class QuarantineRoutes
{
    private const string Capability = "Quarantine";
    private static readonly Callers _readers = Callers.Operators(Role.Analyst, Scope.FactsWrite);
    private static readonly Callers _writers = Callers.Operators(Role.Marketer, Scope.FactsWrite);

    internal static void Map(RouteTable routes)
    {
        routes.Get("/api/quarantine", _readers, List).Describe(Capability, "Messages put aside, with the reason; with all, those taken since too.");
        routes.Get("/api/quarantine/{id:long}", _readers, One).Describe(Capability, "One message as it came.");
        routes.Post("/api/quarantine/{id:long}/replay", _writers, ReplayAsync).Describe(Capability, "Takes a message: as it came, under the names known now, or as the body says it should have been.");
        routes.Post("/api/quarantine/replay", _writers, ReplayAllAsync).Describe(Capability, "Takes all that can be taken now, of one reason or of any.");
    }

    private static IResult List(ILiveRecords records, HttpContext context, int? limit, string? cursor, bool? all) => Paging.Read(limit, cursor) is { } asked
        ? TypedResults.Ok(Paging.Of(records.Quarantine(asked.AfterNumber(0), asked.Limit + 1, all ?? false), asked, row => row.Id, row => QuarantineAnswer.Of(row, ReaderLanguage.Of(context.Request), false)))
        : Paging.Refused;

    private static IResult One(ILiveRecords records, HttpContext context, long id) =>
        records.Quarantined(id) is { } row ? TypedResults.Ok(QuarantineAnswer.Of(row, ReaderLanguage.Of(context.Request), true)) : Unknown(id);

    private static async Task<IResult> ReplayAsync(ReplayAsked? asked, QuarantineReplay replay, AuditLog audit, HttpContext context, long id)
    {
        if (await replay.TakeAsync(id, asked?.Message is { ValueKind: JsonValueKind.Object } mended ? mended.GetRawText() : null) is not { } outcome)
        {
            return Unknown(id);
        }

        if (outcome.IsTaken)
        {
            audit.Write(context.Caller(), "quarantine.replayed", $"quarantine:{id}");
            return TypedResults.Ok(new ReplayAnswer(outcome.Id, outcome.Code, ReasonWords.In(outcome.Detail, ReaderLanguage.Of(context.Request))));
        }

        return new Problem(StatusCodes.Status422UnprocessableEntity, outcome.Code, new LocalText(outcome.Detail, ReasonWords.In(outcome.Detail, "fr")));
    }

    private static async Task<IResult> ReplayAllAsync(ReplayAllAsked? asked, QuarantineReplay replay, AuditLog audit, HttpContext context)
    {
        (int taken, int left) = await replay.TakeAllAsync(asked?.Reason);
        audit.Write(context.Caller(), "quarantine.replayed", string.Empty);
        return TypedResults.Ok(new ReplayAllAnswer(taken, left));
    }

    private static Problem Unknown(long id) => new(
        StatusCodes.Status404NotFound, "unknown_quarantine", new($"No message was put aside under the number {id}.", $"Aucun message n'a été mis de côté sous le numéro {id}."));

    /// <summary>A message put aside.</summary>
    internal sealed record QuarantineAnswer(long Id, int Key, Instant ReceivedAt, string Reason, string Detail, bool Replayed, string? Raw)
    {
        internal static QuarantineAnswer Of(QuarantineRow row, string language, bool withRaw) =>
            new(row.Id, row.KeyId, row.ReceivedAt, row.Reason, ReasonWords.In(row.Detail, language), row.IsReplayed, withRaw ? row.Raw : null);
    }

    /// <summary>A message mended.</summary>
    /// <param name="Message">The message as it should have been; nothing to read it as it came.</param>
    internal sealed record ReplayAsked(JsonElement? Message = null);

    /// <summary>What became of it.</summary>
    internal sealed record ReplayAnswer(long Id, string Outcome, string Detail);

    /// <summary>Which are to be taken.</summary>
    /// <param name="Reason">Those put aside for this reason; nothing for all.</param>
    internal sealed record ReplayAllAsked(string? Reason = null);

    /// <summary>What became of them.</summary>
    internal sealed record ReplayAllAnswer(int Taken, int Left);
}

using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Identity;
using Parcours.Engine.Suppressions;
using Parcours.Server.Access;
using Parcours.Server.Backups;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Suppressions;

/// <summary>Addresses that are never written to. An address stands in a body, never in an address line: those are written in logs.</summary>
internal static class SuppressionRoutes
{
    private static readonly Callers _callers = Callers.Operators(Role.Marketer, Scope.PrivacyWrite);

    private static readonly Problem _noAddress = new(StatusCodes.Status422UnprocessableEntity, "address_invalid", new(
        "Give one e-mail address or one telephone number.", "Donnez une adresse e-mail ou un numéro de téléphone."));

    private static readonly Problem _badReason = new(StatusCodes.Status422UnprocessableEntity, "reason_invalid", new(
        $"Give a reason of 1 to {SuppressionList.LongestReason} characters.", $"Donnez un motif de 1 à {SuppressionList.LongestReason} caractères."));

    internal static void Map(RouteTable routes)
    {
        routes.Get("/api/suppressions", _callers, List).Describe("Privacy", "The suppression list: hashes, reasons and days, no address.");
        routes.Post("/api/suppressions", _callers, Add).Describe("Privacy", "Adds an address that is never to be written to; one that is there stays as it is.");
        routes.Post("/api/suppressions/check", _callers, Check).Describe("Privacy", "Whether an address is on the list, and why.");
        routes.Delete("/api/suppressions/{hash}", _callers, Remove).Describe("Privacy", "Takes an address off the list.");
    }

    private static Results<Ok<Page<SuppressionAnswer>>, Problem> List(SuppressionList list, int? limit, string? cursor) =>
        Paging.Read(limit, cursor) is { } asked
            ? TypedResults.Ok(Paging.Of(list.After(asked.After ?? string.Empty, asked.Limit + 1), asked, one => one.Hash, SuppressionAnswer.Of))
            : Paging.Refused;

    private static Results<Ok<SuppressionAnswer>, Problem> Add(SuppressionAsked asked, SuppressionList list, PrivacyRecordWorker record, HttpContext context)
    {
        if (asked.Reason.Trim() is not { Length: > 0 and <= SuppressionList.LongestReason } reason)
        {
            return _badReason;
        }

        if (AddressOf(asked.Email, asked.Phone) is not var (kind, address) || list.Add(kind, address, reason, context.Caller()) is not { } added)
        {
            return _noAddress;
        }

        record.Ring();
        return TypedResults.Ok(SuppressionAnswer.Of(added));
    }

    private static Results<Ok<CheckAnswer>, Problem> Check(AddressAsked asked, SuppressionList list) =>
        AddressOf(asked.Email, asked.Phone) is var (kind, address)
            ? TypedResults.Ok(list.Find(kind, address) is { } found ? new CheckAnswer(true, SuppressionAnswer.Of(found)) : new CheckAnswer(false, null))
            : _noAddress;

    private static Results<NoContent, Problem> Remove(string hash, SuppressionList list, PrivacyRecordWorker record, HttpContext context)
    {
        if (!list.Remove(hash, context.Caller()))
        {
            return Problem.NotFound;
        }

        record.Ring();
        return TypedResults.NoContent();
    }

    private static (IdentityKind Kind, string Address)? AddressOf(string? email, string? phone) => (email, phone) switch
    {
        ({ } address, null) => (IdentityKind.Email, address),
        (null, { } address) => (IdentityKind.Phone, address),
        _ => null,
    };

    /// <summary>One address and why; exactly one of the two.</summary>
    internal sealed record SuppressionAsked(string Reason, string? Email = null, string? Phone = null);

    /// <summary>One address; exactly one of the two.</summary>
    internal sealed record AddressAsked(string? Email = null, string? Phone = null);

    /// <summary>Whether an address is on the list.</summary>
    internal sealed record CheckAnswer(bool Suppressed, SuppressionAnswer? Entry);

    /// <summary>An entry of the list.</summary>
    /// <param name="Hash">The hash of the address: what it is taken off by.</param>
    /// <param name="Kind">email or phone.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="At">Since when.</param>
    internal sealed record SuppressionAnswer(string Hash, IdentityKind Kind, string Reason, Instant At)
    {
        internal static SuppressionAnswer Of(Suppression one) => new(one.Hash, one.Kind, one.Reason, one.At);
    }
}

using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parcours.Domain.Expressions;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Engine.Erasure;
using Parcours.Engine.Live;
using Parcours.Engine.Retention;
using Parcours.Server.Access;
using Parcours.Server.Hosting;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Erasure;

/// <summary>Forgets people: one who asks, or all whose time is over.</summary>
internal static class ErasureRoutes
{
    private static readonly Callers _callers = Callers.Operators(Role.Owner, Scope.PrivacyWrite);

    private static readonly Problem _unknown = new(StatusCodes.Status404NotFound, "unknown_customer", new(
        "There is no such customer: nothing was erased.", "Il n'y a pas de tel client : rien n'a été effacé."));

    private static readonly Problem _notAPerson = new(StatusCodes.Status422UnprocessableEntity, "not_a_person", new(
        "That is an account, not a person: nothing was erased.", "C'est un compte, pas une personne : rien n'a été effacé."));

    internal static void Map(RouteTable routes)
    {
        routes.Post("/api/erasures", _callers, EraseAsync)
            .Describe("Privacy", "Forgets a person for good. The key stands in the body, because addresses are written in logs.").EvenOnFullDisk();
        routes.Post("/api/erasures/expired", _callers, EraseExpiredAsync).Describe("Privacy", "Forgets everybody whose time is over under the workspace's rule, and deletes the backups whose time is over.").EvenOnFullDisk();
    }

    private static async Task<Results<Ok<ErasureAnswer>, Problem>> EraseAsync(
        ErasureAsked asked, LiveWorkspace live, IAccessStore access, BackupShelf shelf, TimeProvider time, HttpContext context)
    {
        try
        {
            int place = await live.Ask(graph => graph.FindAny(asked.Customer) is >= 0 and var found ? graph.PlaceOf(found) : -1);
            if (place < 0)
            {
                return _unknown;
            }

            ErasureOutcome outcome = await live.Erase([place], Instant.From(time.GetUtcNow()));
            if (outcome.People == 0)
            {
                return _notAPerson;
            }

            access.Write(new Audited(Instant.From(time.GetUtcNow()), context.Caller(), "person.erased"), FormattableString.Invariant($"identity:{place}"));
            return TypedResults.Ok(ErasureAnswer.Of(shelf.Told(outcome, Instant.From(time.GetUtcNow()))));
        }
        catch (LiveRefusedException refused)
        {
            return Of(refused);
        }
    }

    private static async Task<Results<Ok<ErasureAnswer>, Problem>> EraseExpiredAsync(
        LiveWorkspace live, IAccessStore access, BackupShelf shelf, ServerOptions options, TimeProvider time, HttpContext context)
    {
        var now = Instant.From(time.GetUtcNow());
        (RetentionRule? rule, ImmutableArray<ExpressionError> errors) = RetentionRule.InFolder(options.Workspace, live.Histories);
        if (rule is null)
        {
            return new Problem(StatusCodes.Status409Conflict, "retention_invalid", new(
                $"{RetentionRule.FileName} cannot be used: {errors[0]}.", $"{RetentionRule.FileName} ne peut pas servir : {errors[0]}."));
        }

        IReadOnlyList<int> expired = rule.ExpiredAt(live.Histories, now);
        try
        {
            ErasureOutcome outcome = await live.Erase(expired, now);
            foreach (int place in expired)
            {
                access.Write(new Audited(now, context.Caller(), "person.expired"), FormattableString.Invariant($"identity:{place}"));
            }

            shelf.DeleteOverdue(now, context.Caller());
            return TypedResults.Ok(ErasureAnswer.Of(shelf.Told(outcome, now)));
        }
        catch (LiveRefusedException refused)
        {
            return Of(refused);
        }
    }

    private static Problem Of(LiveRefusedException refused) => refused.Refusal is { } why ? Refused.By(why)
        : new Problem(StatusCodes.Status503ServiceUnavailable, "not_done", new("This was not done: ask again.", "Cela n'a pas été fait : redemandez.")) { RetryAfterSeconds = 2 };

    /// <summary>Who is to be forgotten.</summary>
    /// <param name="Customer">Any key of the person.</param>
    internal sealed record ErasureAsked(string Customer);
}

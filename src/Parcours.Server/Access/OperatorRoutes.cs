using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Parcours.Engine.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Access;

/// <summary>Operators: added, changed, removed by an owner.</summary>
internal static class OperatorRoutes
{
    internal static void Map(RouteTable routes)
    {
        routes.Get("/api/operators", Callers.Operators(Role.Owner), List).Describe("Operators", "All operators ever added, by number.");
        routes.Post("/api/operators", Callers.Operators(Role.Owner), Add).Describe("Operators", "Adds an operator.");
        routes.Patch("/api/operators/{id:int}", Callers.Operators(Role.Owner), Change)
            .Describe("Operators", "Changes an operator's name, role or password, or removes them. A new role, a new password or a removal ends their sessions.");
    }

    private static Results<Tagged<Page<OperatorAnswer>>, Problem> List(Operators operators, int? limit, string? cursor) =>
        Paging.Read(limit, cursor) is { } asked
            ? new Tagged<Page<OperatorAnswer>>(Paging.Of(operators.List().Where(person => person.Id > asked.AfterNumber(0)), asked, person => person.Id, OperatorAnswer.Of))
            : Paging.Refused;

    private static Created<OperatorAnswer> Add(OperatorAsked asked, Operators operators, HttpContext context)
    {
        Operator added = operators.Add(new OperatorRequest(asked.Email, asked.Name ?? string.Empty, asked.Role, asked.Password), context.Caller());
        return TypedResults.Created($"/api/operators/{added.Id}", OperatorAnswer.Of(added));
    }

    private static Ok<OperatorAnswer> Change(int id, OperatorChange change, Operators operators, HttpContext context) =>
        TypedResults.Ok(OperatorAnswer.Of(operators.Change(id, change, context.Caller())));

    /// <summary>What is said of a new operator.</summary>
    /// <param name="Email">Signs in with it.</param>
    /// <param name="Role">viewer, analyst, marketer or owner.</param>
    /// <param name="Password">The first password, 12 characters or more.</param>
    /// <param name="Name">As it is shown.</param>
    internal sealed record OperatorAsked(string Email, Role Role, string Password, string? Name = null);
}

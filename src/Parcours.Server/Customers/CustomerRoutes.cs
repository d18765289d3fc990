using Microsoft.AspNetCore.Http;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Server.Access;
using Parcours.Server.Answers;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Customers;

/// <summary>Customers and accounts: found, and shown one by one.</summary>
internal static class CustomerRoutes
{
    private const string Customers = "Customers";
    private const string Accounts = "Accounts";
    private static readonly Callers _readers = Callers.Operators(Role.Viewer, Scope.CustomersRead);

    internal static void Map(RouteTable routes)
    {
        routes.Get("/api/customers", _readers, FindCustomersAsync).Describe(Customers, "Customers by a key or a name, and among those of a stage, an RFM group or an expression.");
        routes.Get("/api/customers/{id}", _readers, CustomerAsync).Describe(Customers, "One customer by any of its keys: who it is, facts, stages with reason and next change, value, consent, scores, merges.");
        routes.Get("/api/customers/{id}/facts", _readers, FactsAsync).Describe(Customers, "The facts of a customer, the newest first.");
        routes.Get("/api/accounts", _readers, FindAccountsAsync).Describe(Accounts, "Accounts by a key or a name.");
        routes.Get("/api/accounts/{id}", _readers, AccountAsync).Describe(Accounts, "One account, with its stakeholders.");
    }

    private static Task<IResult> FindCustomersAsync(
        CustomerSearch search, string? q, string? segment, string? lifecycle, string? stage, string? rfm, string? map, string? where, string? at, int? limit, string? cursor) =>
        FindAsync(search, q, new SegmentAsked { Segment = segment, Lifecycle = lifecycle, Stage = stage, Rfm = rfm, Map = map, Where = where }, SubjectType.Customer, at, limit, cursor);

    private static Task<IResult> FindAccountsAsync(CustomerSearch search, string? q, string? lifecycle, string? stage, string? at, int? limit, string? cursor) =>
        FindAsync(search, q, new SegmentAsked { Lifecycle = lifecycle, Stage = stage }, SubjectType.Account, at, limit, cursor);

    private static async Task<IResult> FindAsync(
        CustomerSearch search, string? text, SegmentAsked segment, SubjectType type, string? at, int? limit, string? cursor) =>
        Paging.Read(limit, cursor) is { } asked ? new AnsweredJson(await search.FindAsync(text, segment, type, at, asked)) : Paging.Refused;

    private static Task<IResult> CustomerAsync(HttpContext context, CustomerReading reading, string id, int? limit, string? cursor) =>
        ProfileAsync(context, reading, id, limit, cursor, Unknown("customer", "client", id));

    private static Task<IResult> AccountAsync(HttpContext context, CustomerReading reading, string id, int? limit, string? cursor) =>
        ProfileAsync(context, reading, id, limit, cursor, Unknown("account", "compte", id));

    private static async Task<IResult> ProfileAsync(HttpContext context, CustomerReading reading, string id, int? limit, string? cursor, Problem unknown)
    {
        if (Paging.Read(limit, cursor) is not { } asked)
        {
            return Paging.Refused;
        }

        return await reading.FindAsync(Key(id)) is { } who
            ? new AnsweredJson(JsonBytes.Of(json => reading.Write(json, who, asked, MayReadPayloads(context), ReaderLanguage.Of(context.Request))))
            : unknown;
    }

    private static async Task<IResult> FactsAsync(HttpContext context, CustomerReading reading, string id, int? limit, string? cursor)
    {
        if (Paging.Read(limit, cursor) is not { } asked)
        {
            return Paging.Refused;
        }

        return await reading.FindAsync(Key(id)) is { } who
            ? new AnsweredJson(JsonBytes.Of(json => reading.WriteFacts(json, who, asked, MayReadPayloads(context))))
            : Unknown("customer", "client", id);
    }

    // What routing leaves encoded in a part of a path: a key may hold a slash.
    private static string Key(string id) => id.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    // What sources said beside the facts may hold anything, so those who only look at figures do not see it.
    private static bool MayReadPayloads(HttpContext context) => context.Caller() is not Caller.SignedIn { Operator.Role: Role.Viewer };

    private static Problem Unknown(string english, string french, string id) => new(
        StatusCodes.Status404NotFound, $"unknown_{english}", new LocalText($"There is no {english} \"{Key(id)}\".", $"Il n'y a pas de {french} « {Key(id)} »."));
}

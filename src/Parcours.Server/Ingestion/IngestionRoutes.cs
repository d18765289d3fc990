using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Engine.Ingestion;
using Parcours.Server.Access;
using Parcours.Server.Hosting;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Ingestion;

/// <summary>Where tracking clients post, by the paths they know, and where they ask how to.</summary>
internal static class IngestionRoutes
{
    private const string Chapter = "Ingestion";

    private static readonly (string Path, IngestionEndpoint Endpoint, string Sentence)[] _paths =
    [
        ("track", IngestionEndpoint.Track, "Takes something that a person did."),
        ("identify", IngestionEndpoint.Identify, "Takes who a person is."),
        ("page", IngestionEndpoint.Page, "Takes a page that was seen."),
        ("screen", IngestionEndpoint.Screen, "Takes a screen that was seen."),
        ("group", IngestionEndpoint.Group, "Takes that a person belongs to an account."),
        ("alias", IngestionEndpoint.Alias, "Takes that two identifiers are one person."),
        ("batch", IngestionEndpoint.Batch, "Takes messages of any kind."),
        ("import", IngestionEndpoint.Import, "Takes past messages of any kind."),
        ("t", IngestionEndpoint.Track, "As /v1/track."),
        ("i", IngestionEndpoint.Identify, "As /v1/identify."),
        ("p", IngestionEndpoint.Page, "As /v1/page."),
        ("s", IngestionEndpoint.Screen, "As /v1/screen."),
        ("g", IngestionEndpoint.Group, "As /v1/group."),
        ("a", IngestionEndpoint.Alias, "As /v1/alias."),
        ("b", IngestionEndpoint.Batch, "As /v1/batch."),
    ];

    internal static void Map(RouteTable routes)
    {
        foreach ((string path, IngestionEndpoint endpoint, string sentence) in _paths)
        {
            string pattern = "/v1/" + path;
            routes.Post(pattern, Callers.WriteKeysInBody, (HttpContext context, MessageIntake intake) => TakeAsync(context, intake, endpoint)).Describe(Chapter, sentence);
            Preflight(routes, pattern);
        }

        // Figures that clients keep of themselves: nothing of them is read.
        routes.Post("/v1/m", Callers.Anyone, (HttpContext _) => Success.Known).Describe(Chapter, "Takes a client's figures about itself, and forgets them.");
        Preflight(routes, "/v1/m");
        foreach (string pattern in (string[])["/v1/projects/{writeKey}/settings", "/projects/{writeKey}/settings"])
        {
            routes.Get(pattern, Callers.WriteKeysInBody, Settings).Describe(Chapter, "What a client needs to start.");
            Preflight(routes, pattern);
        }

        routes.Get("/sourceConfig", Callers.WriteKeysInBody, SourceConfig).Describe(Chapter, "What RudderStack's library for pages needs to start.");
        Preflight(routes, "/sourceConfig");
        routes.Post("/api/facts", Callers.WriteKeys.Or(Scope.FactsWrite), FactsAsync).Describe(Chapter, "Takes facts: one, a list, or one a line.");
    }

    private static void Preflight(RouteTable routes, string pattern) =>
        routes.Map(HttpMethods.Options, pattern, Callers.Anyone, IngestionCors.Preflight).Describe(Chapter, "Lets pages of any site post.");

    private static async Task<IResult> TakeAsync(HttpContext context, MessageIntake intake, IngestionEndpoint endpoint)
    {
        (Problem? refusal, Taken taken) = await intake.TakeAsync(context, endpoint);
        return refusal is not null ? refusal : IsStrict(context) && taken.Counts.Quarantined > 0 ? new TakenAnswer(taken, StatusCodes.Status400BadRequest) : Success.Known;
    }

    private static async Task<IResult> FactsAsync(HttpContext context, MessageIntake intake)
    {
        (Problem? refusal, Taken taken) = await intake.TakeAsync(context, IngestionEndpoint.Facts);
        return refusal is not null ? refusal : new TakenAnswer(taken, IsStrict(context) && taken.Counts.Quarantined > 0 ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK);
    }

    private static IResult Settings(string writeKey, HttpContext context, ServerOptions options)
    {
        // The key in the address is the caller's, whatever a header says.
        bool isKnown = context.ClaimWriteKey(writeKey);
        Uri address = options.PublicAddress ?? new Uri($"{context.Request.Scheme}://{context.Request.Host}");
        return isKnown ? new ClientSettings(writeKey, address) : Problem.Unknown;
    }

    private static IResult SourceConfig(string? writeKey, HttpContext context) =>
        context.ClaimWriteKey(writeKey) && context.Caller() is Caller.Keyed { Key: { } key } ? new RudderSettings(key, writeKey) : Problem.Unknown;

    private static bool IsStrict(HttpContext context) => context.Request.Headers["X-Strict-Mode"].ToString() is "1" or "true";
}

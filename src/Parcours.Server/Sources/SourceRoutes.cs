using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Server.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;
using Parcours.Server.Sources.Pulling;

namespace Parcours.Server.Sources;

/// <summary>The sources: listed, added, removed, asked at once.</summary>
internal static class SourceRoutes
{
    internal static void Map(RouteTable routes)
    {
        routes.Get("/api/sources", Callers.Operators(Role.Analyst), List).Describe("Sources", "The sources, and how asking them goes.");
        routes.Post("/api/sources", Callers.Operators(Role.Owner), Add).Describe("Sources", "Adds a source. Its secrets are never shown again.");
        routes.Delete("/api/sources/{name}", Callers.Operators(Role.Owner), Remove).Describe("Sources", "Removes a source; what it told stays.");
        routes.Post("/api/sources/{name}/pull", Callers.Operators(Role.Marketer), Pull).Describe("Sources", "Asks a source now.");
    }

    private static SourceList List(SourceBook book) => new([.. book.All().Select(source => SourceAnswer.Of(source, PullState.Read(book.StateOf(source.Name))))]);

    private static IResult Add(SourceRequest request, SourceBook book, PullOptions options, PullBell bell, AuditLog audit, HttpContext context) => Answer(() =>
    {
        KeptSource source = book.Add(request, options.AllowLoopback);
        audit.Write(context.Caller(), "source.added", $"source:{source.Number}");
        bell.Ring();
        return TypedResults.Created($"/api/sources/{source.Name}", SourceAnswer.Of(source, null));
    });

    private static IResult Remove(string name, SourceBook book, AuditLog audit, HttpContext context) => Answer(() =>
    {
        int number = book.All().FirstOrDefault(source => source.Name == name)?.Number ?? 0;
        book.Remove(name);
        audit.Write(context.Caller(), "source.removed", $"source:{number}");
        return TypedResults.NoContent();
    });

    private static IResult Pull(string name, SourceBook book, PullBell bell)
    {
        if (book.Find(name) is not { Kept.IsAsked: true } source)
        {
            return Of(new SourceRefusal.NotFound(name));
        }

        bell.Ring(source.Kept.Name);
        return TypedResults.Accepted($"/api/sources/{name}", SourceAnswer.Of(source.Kept, PullState.Read(book.StateOf(name))));
    }

    private static IResult Answer(Func<IResult> act)
    {
        try
        {
            return act();
        }
        catch (SourceException refused)
        {
            return Of(refused.Refusal);
        }
    }

    private static Problem Of(SourceRefusal refusal) => new(
        refusal switch
        {
            SourceRefusal.NotFound => StatusCodes.Status404NotFound,
            SourceRefusal.NameTaken => StatusCodes.Status409Conflict,
            _ => StatusCodes.Status400BadRequest,
        },
        refusal.Code,
        new(refusal.English, refusal.French));

    /// <summary>All of them.</summary>
    private sealed record SourceList(IReadOnlyList<SourceAnswer> Items);
}

using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;
using Parcours.Web.Assets;

namespace Parcours.Server.Screens;

/// <summary>Style and scripts of the pages, under addresses that change with their content; and what a reader chooses on any page.</summary>
internal static class AssetRoutes
{
    internal static void Map(RouteTable routes)
    {
        routes.Get("/assets/{hash}/{name}", Callers.Anyone, Serve).ForPages();
        routes.Post("/preferences", Callers.Anyone, PreferAsync).ForPages();
    }

    private static IResult Serve(HttpContext context, string hash, string name)
    {
        if (ScreenAssets.Find(hash, name) is not { } asset)
        {
            return Problem.NotFound;
        }

        IHeaderDictionary headers = context.Response.Headers;
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";
        string accepted = context.Request.Headers.AcceptEncoding.ToString();
        (string? encoding, ReadOnlyMemory<byte> content) =
            accepted.Contains("br", StringComparison.Ordinal) ? ("br", asset.Brotli)
            : accepted.Contains("gzip", StringComparison.Ordinal) ? ("gzip", asset.Gzip)
            : (null, asset.Content);
        headers.ContentEncoding = encoding;
        return TypedResults.Bytes(content, asset.Type);
    }

    private static async Task<IResult> PreferAsync(HttpContext context)
    {
        if (!Access.SessionCookie.IsFromOurPage(context.Request))
        {
            return Problem.Forbidden;
        }

        IFormCollection form = await PostedForm.OfAsync(context);
        FrameReading.Choose(context, form["language"], form["theme"]);
        return Screen.Go(Screen.IsOurs(form["next"]) ? form["next"].ToString() : "/");
    }
}

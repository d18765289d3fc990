using Microsoft.AspNetCore.Http;

namespace Parcours.Server.Access;

/// <summary>What every answer tells a browser: take nothing for another type, show it in no frame, send no address along. Pages add what they need.</summary>
internal static class SecurityHeaders
{
    internal static Task Add(HttpContext context, RequestDelegate next)
    {
        Set(context.Response);
        return next(context);
    }

    internal static void Set(HttpResponse response)
    {
        IHeaderDictionary headers = response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
        headers.CacheControl = "no-store";
    }
}

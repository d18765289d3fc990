using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Parcours.Engine.Access;
using Parcours.Server.Hosting;

namespace Parcours.Server.Access;

/// <summary>The cookie that holds a session's token, and the token that proves a write was meant (CSRF).</summary>
internal static class SessionCookie
{
    /// <summary>The header that a write must carry when a cookie says who calls.</summary>
    internal const string ProofHeader = "X-CSRF-Token";

    private const string Name = "parcours_session";

    /// <summary>The token in a request's cookie; null for none.</summary>
    internal static string? TokenIn(HttpRequest request) => request.Cookies.TryGetValue(Name, out string? token) && token.Length is > 0 and < 200 ? token : null;

    /// <summary>Gives the browser a session, for so long: a machine whose clock is wrong is signed in all the same.</summary>
    internal static void Set(HttpContext context, OpenedSession session) =>
        context.Response.Cookies.Append(Name, session.Token, Options(context, session.Session.Expires.ToDateTimeOffset() - session.Session.Created.ToDateTimeOffset()));

    /// <summary>Takes it away.</summary>
    internal static void Clear(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context, null));

    /// <summary>What proves that a page of ours makes the write: only one that could read our answers knows it.</summary>
    internal static string ProofOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("csrf:" + token)));

    /// <summary>Whether a write made with a session was meant.</summary>
    internal static bool IsMeant(HttpRequest request) =>
        TokenIn(request) is { } token
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(ProofOf(token)), Encoding.UTF8.GetBytes(request.Headers[ProofHeader].ToString()));

    /// <summary>Whether a form was sent by a page of ours, as far as the browser says.</summary>
    internal static bool IsFromOurPage(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none"
        && (request.Headers.Origin.ToString() is var origin && (origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? from) && from.Authority == request.Host.Value)));

    /// <summary>Whether the browser says that a page of ours sent a form: one that says nothing is not believed.</summary>
    internal static bool IsSurelyFromOurPage(HttpRequest request) =>
        IsFromOurPage(request) && (request.Headers["Sec-Fetch-Site"].ToString() == "same-origin" || request.Headers.Origin.Count > 0);

    private static CookieOptions Options(HttpContext context, TimeSpan? length) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps || context.RequestServices.GetRequiredService<ServerOptions>().PublicAddress?.Scheme == "https",
        Path = "/",
        MaxAge = length,
        IsEssential = true,
    };
}

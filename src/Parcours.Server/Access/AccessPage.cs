using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Parcours.Server.Access;

/// <summary>A small page that needs no script and loads nothing: its style lies in it, and the browser is told that style alone is ours.</summary>
/// <param name="Language">"en" or "fr".</param>
/// <param name="Title">The title and the heading.</param>
/// <param name="Refusal">What was refused, in a sentence; null for nothing.</param>
/// <param name="Content">The HTML after the heading, whatever came from outside encoded.</param>
internal sealed record AccessPage(string Language, string Title, string? Refusal, string Content) : IResult
{
    private const string Style =
        """
        body{font:1rem/1.5 system-ui,sans-serif;max-width:24rem;margin:4rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
        label{display:block;margin-top:1rem;font-weight:600}
        input{box-sizing:border-box;width:100%;padding:.5rem;font:inherit;border:1px solid #6b7280;border-radius:.25rem}
        button{margin-top:1.5rem;padding:.6rem 1.2rem;font:inherit;color:#fff;background:#1d4ed8;border:0;border-radius:.25rem}
        :focus-visible{outline:3px solid #1d4ed8;outline-offset:2px}
        [role=alert]{padding:.75rem;border-left:4px solid #b42318;background:#fef3f2}
        @media(prefers-color-scheme:dark){body{color:#e5e7eb;background:#111827}input{color:inherit;background:#1f2937}[role=alert]{background:#3b1512}}
        """;

    private static readonly string _styleHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    /// <summary>The HTTP status.</summary>
    internal int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>A text of ours in the page's language, ready for HTML.</summary>
    internal static string Say(string language, string english, string french) => WebUtility.HtmlEncode(language == "fr" ? french : english);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.StatusCode = Status;
        response.ContentType = "text/html; charset=utf-8";
        response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{_styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        string alert = Refusal is null ? string.Empty : $"<p role=\"alert\">{WebUtility.HtmlEncode(Refusal)}</p>";
        return response.WriteAsync(
            $"""
            <!doctype html>
            <html lang="{Language}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{Title} · Parcours</title><style>{Style}</style></head>
            <body><main><h1>{Title}</h1>
            {alert}
            {Content}
            </main></body>
            </html>
            """);
    }
}

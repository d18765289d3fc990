using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Parcours.Server.Answers;

/// <summary>JSON that was worked out once and may be sent many times, with its ETag: who has it already is told so (304).</summary>
/// <param name="Body">The JSON.</param>
internal sealed record AnsweredJson(byte[] Body) : IResult
{
    private const int TagBytes = 16;

    /// <summary>The ETag, made of the bytes.</summary>
    internal string Tag { get; } = $"\"{Convert.ToHexStringLower(SHA256.HashData(Body).AsSpan(0, TagBytes))}\"";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.Headers.ETag = Tag;
        response.Headers.CacheControl = "private, no-cache";
        if (httpContext.Request.Headers.IfNoneMatch.SelectMany(line => line!.Split(',')).Any(known => known.Trim() is "*" || known.Trim().TrimStart('W', '/') == Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = Body.Length;
        await response.BodyWriter.WriteAsync(Body, httpContext.RequestAborted);
    }
}

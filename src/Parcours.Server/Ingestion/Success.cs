using Microsoft.AspNetCore.Http;

namespace Parcours.Server.Ingestion;

/// <summary>What clients of Segment expect to be told.</summary>
internal sealed class Success : IResult
{
    private static readonly byte[] _body = [.. "{\"success\":true}"u8];

    internal static Success Known { get; } = new();

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json";
        httpContext.Response.ContentLength = _body.Length;
        return httpContext.Response.Body.WriteAsync(_body).AsTask();
    }
}

using Microsoft.AspNetCore.Http;

namespace Parcours.Server.Segments;

/// <summary>A segment with the tag of its text: what a change of it must bring.</summary>
/// <param name="Tag">The tag, without quotes.</param>
/// <param name="Body">The JSON.</param>
internal sealed record SegmentShown(string Tag, byte[] Body) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        response.Headers.ETag = Quoted(Tag);
        response.Headers.CacheControl = "private, no-cache";
        if (HttpMethods.IsGet(httpContext.Request.Method) && SegmentTags.Named(httpContext.Request.Headers.IfNoneMatch).Contains(Tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = Body.Length;
        await response.BodyWriter.WriteAsync(Body, httpContext.RequestAborted);
    }

    /// <summary>A tag as a header writes it.</summary>
    internal static string Quoted(string tag) => $"\"{tag}\"";
}

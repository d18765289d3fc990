using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Parcours.Server.Segments;

/// <summary>The tags that requests bring.</summary>
internal static class SegmentTags
{
    /// <summary>What the caller read before: the tag, the empty text for whatever there is (<c>If-Match: *</c>), null when they say nothing and so read that there was none.</summary>
    internal static string? Known(HttpRequest request) => Named(request.Headers.IfMatch) is [var tag, ..] ? (tag == "*" ? string.Empty : tag) : null;

    /// <summary>The tags of a header, without their quotes.</summary>
    internal static string[] Named(StringValues header) =>
        [.. header.SelectMany(line => (line ?? string.Empty).Split(',')).Select(tag => tag.Trim().TrimStart('W', '/').Trim('"')).Where(tag => tag.Length > 0)];
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Parcours.Server.Routes;

/// <summary>What a line of the route table says beside its callers.</summary>
internal static class RouteWords
{
    /// <summary>Words for the reader of the API's description.</summary>
    /// <param name="route">The endpoint.</param>
    /// <param name="capability">The chapter it stands in.</param>
    /// <param name="sentence">What it does.</param>
    internal static RouteHandlerBuilder Describe(this RouteHandlerBuilder route, string capability, string sentence) => route.WithTags(capability).WithSummary(sentence);

    /// <summary>It is a page, or takes the form of one: no part of the API, and meant when a page of ours sent it.</summary>
    internal static RouteHandlerBuilder ForPages(this RouteHandlerBuilder route) => route.ExcludeFromDescription().WithMetadata(PageForm.Known);

    /// <summary>Its answer shows a secret once, and is not kept for a repeated request.</summary>
    internal static RouteHandlerBuilder ShowsSecret(this RouteHandlerBuilder route) => route.WithMetadata(SecretShown.Known);

    /// <summary>It goes on when the disk is nearly full: it frees space, or writes next to nothing.</summary>
    internal static RouteHandlerBuilder EvenOnFullDisk(this RouteHandlerBuilder route) => route.WithMetadata(FullDiskAllowed.Known);

    /// <summary>It takes larger bodies than others.</summary>
    internal static RouteHandlerBuilder TakesUpTo(this RouteHandlerBuilder route, long bytes) => route.WithMetadata(new BodyLimit(bytes));

    /// <summary>A server key may stand in its address, as <c>?key=</c>: for spreadsheets, which cannot send a header. It only looks.</summary>
    internal static RouteHandlerBuilder KeyInAddress(this RouteHandlerBuilder route) => route.WithMetadata(KeyInAddressAllowed.Known);

    internal sealed class PageForm
    {
        internal static PageForm Known { get; } = new();
    }

    internal sealed class KeyInAddressAllowed
    {
        internal static KeyInAddressAllowed Known { get; } = new();
    }

    internal sealed class SecretShown
    {
        internal static SecretShown Known { get; } = new();
    }

    internal sealed class FullDiskAllowed
    {
        internal static FullDiskAllowed Known { get; } = new();
    }

    internal sealed record BodyLimit(long MaxRequestBodySizeOrZero) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => MaxRequestBodySizeOrZero;
    }
}

using Microsoft.AspNetCore.Http;

namespace Parcours.Server.Refusals;

/// <summary>The language of what people read in an answer.</summary>
internal static class ReaderLanguage
{
    /// <summary>The cookie of a reader who chose a language on a page.</summary>
    internal const string Cookie = "parcours_language";

    /// <summary>The language chosen on a page; else "fr" when the first language the caller prefers is French, else "en".</summary>
    internal static string Of(HttpRequest request) =>
        request.Cookies[Cookie] is "en" or "fr" ? request.Cookies[Cookie]!
        : request.Headers.AcceptLanguage.ToString().StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en";
}

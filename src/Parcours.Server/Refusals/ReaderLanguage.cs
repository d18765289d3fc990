using Microsoft.AspNetCore.Http;

namespace Parcours.Server.Refusals;

/// <summary>The language of what people read in an answer.</summary>
internal static class ReaderLanguage
{
    /// <summary>The cookie of a reader who chose a language on a page.</summary>
    internal const string Cookie = "parcours_language";

    /// <summary>The language chosen on a page; else "fr" when the first language the caller prefers is French, else "en".</summary>
    internal static string Of(HttpRequest request) => Of(request, "en");

    /// <summary>The same, with the language of a workspace for a caller who prefers neither.</summary>
    internal static string Of(HttpRequest request, string otherwise)
    {
        string preferred = request.Headers.AcceptLanguage.ToString();
        return request.Cookies[Cookie] is "en" or "fr" ? request.Cookies[Cookie]!
            : preferred.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr"
            : preferred.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? "en"
            : otherwise;
    }
}

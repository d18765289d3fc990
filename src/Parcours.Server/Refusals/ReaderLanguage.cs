using Microsoft.AspNetCore.Http;

namespace Parcours.Server.Refusals;

/// <summary>The language of what people read in an answer.</summary>
internal static class ReaderLanguage
{
    /// <summary>"fr" when the first language the caller prefers is French, else "en".</summary>
    internal static string Of(HttpRequest request) => request.Headers.AcceptLanguage.ToString().StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? "fr" : "en";
}

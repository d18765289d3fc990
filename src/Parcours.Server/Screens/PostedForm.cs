using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Parcours.Web.Forms;

namespace Parcours.Server.Screens;

/// <summary>Reads the form that a page sent.</summary>
internal static class PostedForm
{
    /// <summary>What was typed.</summary>
    /// <exception cref="BadHttpRequestException">The body is no form.</exception>
    internal static async Task<TypedForm> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            throw new BadHttpRequestException("The body is no form.", StatusCodes.Status415UnsupportedMediaType);
        }

        IFormCollection form = await context.Request.ReadFormAsync(context.RequestAborted);
        return new TypedForm(form.ToImmutableDictionary(field => field.Key, field => field.Value.Select(value => value ?? string.Empty).ToImmutableArray(), StringComparer.Ordinal));
    }
}

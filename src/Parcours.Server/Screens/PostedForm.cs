using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Parcours.Web.Forms;

namespace Parcours.Server.Screens;

/// <summary>Reads the form that a page sent.</summary>
internal static class PostedForm
{
    /// <summary>What was typed.</summary>
    /// <exception cref="BadHttpRequestException">The body is no form, or one that nobody can have typed.</exception>
    internal static async Task<TypedForm> ReadAsync(HttpContext context)
    {
        IFormCollection form = await OfAsync(context);
        return new TypedForm(form.ToImmutableDictionary(field => field.Key, field => field.Value.Select(value => value ?? string.Empty).ToImmutableArray(), StringComparer.Ordinal));
    }

    /// <summary>The fields as they came.</summary>
    /// <exception cref="BadHttpRequestException">The body is no form, or one that nobody can have typed: a NUL in a text, thousands of fields.</exception>
    internal static async Task<IFormCollection> OfAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            throw new BadHttpRequestException("The body is no form.", StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (InvalidDataException unreadable)
        {
            throw new BadHttpRequestException("The form cannot be read.", StatusCodes.Status400BadRequest, unreadable);
        }
    }
}

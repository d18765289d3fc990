using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Parcours.Engine.Access;
using Parcours.Server.Routes;

namespace Parcours.Server.Access;

/// <summary>Who calls, and what endpoints ask about it.</summary>
internal static class CallerReading
{
    /// <summary>Who calls. Set before any endpoint runs.</summary>
    internal static Caller Caller(this HttpContext context) =>
        context.Features.Get<Caller>() ?? throw new InvalidOperationException("Nobody has looked who calls yet.");

    /// <summary>
    /// Takes the write key that an endpoint found in the body or the path for the caller's, when no header had one. The endpoint must then refuse with
    /// <see cref="Refusals.Problem.Unknown"/> unless this is true, before it does anything.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="text">The key as it was found; null when there was none.</param>
    /// <returns>Whether the caller is now known as the holder of a write key.</returns>
    internal static bool ClaimWriteKey(this HttpContext context, string? text)
    {
        if (context.Caller() is Engine.Access.Caller.Nobody && text is not null
            && KeyOf(context, text) is Caller.Keyed { Key.Kind: KeyKind.Write } keyed)
        {
            context.Features.Set<Caller>(keyed);
        }

        return context.Caller() is Engine.Access.Caller.Keyed { Key.Kind: KeyKind.Write };
    }

    /// <summary>Looks who calls: a key in the header first, then the owner's socket, then a session where operators are let in.</summary>
    internal static Caller Read(HttpContext context, Callers callers)
    {
        if (KeyIn(context.Request.Headers.Authorization.ToString()) is { } text)
        {
            return KeyOf(context, text);
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<RouteWords.KeyInAddressAllowed>() is not null && context.Request.Query["key"] is [{ Length: > 0 } inAddress])
        {
            return KeyOf(context, inAddress);
        }

        if (context.Features.Get<ByOwnerSocket>() is not null)
        {
            return Engine.Access.Caller.LocalOwner.Known;
        }

        return callers.Role is not null && SessionCookie.TokenIn(context.Request) is { } token
            && context.RequestServices.GetRequiredService<Sessions>().Find(token) is { } signedIn
            ? signedIn
            : Engine.Access.Caller.Nobody.Known;
    }

    private static Caller KeyOf(HttpContext context, string text) =>
        context.RequestServices.GetRequiredService<AccessKeys>().Find(text, fromBrowser: context.Request.Headers.Origin.Count > 0) is { } key
            ? new Caller.Keyed(key)
            : Engine.Access.Caller.Nobody.Known;

    // "Bearer KEY", or Basic with the key as the user's name, as tracking clients send it.
    private static string? KeyIn(string header)
    {
        if (!AuthenticationHeaderValue.TryParse(header, out AuthenticationHeaderValue? value) || value.Parameter is not { Length: > 0 and < 1000 } parameter)
        {
            return null;
        }

        if (value.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            return parameter;
        }

        Span<byte> bytes = stackalloc byte[1000];
        return value.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase) && Convert.TryFromBase64String(parameter, bytes, out int length)
            ? Encoding.UTF8.GetString(bytes[..length]).Split(':')[0]
            : null;
    }
}

using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Parcours.Server.Hosting;

namespace Parcours.Server.Access;

/// <summary>Where a caller is, for the limit of attempts.</summary>
internal static class ClientAddress
{
    /// <summary>
    /// The network address. Behind a proxy (a public address is set) it is what the proxy nearest to us wrote; without one, such a header is a stranger's
    /// word and not read.
    /// </summary>
    internal static string Of(HttpContext context)
    {
        bool behindProxy = context.RequestServices.GetRequiredService<ServerOptions>().PublicAddress is not null;
        string nearest = context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return behindProxy && IPAddress.TryParse(nearest, out IPAddress? forwarded)
            ? forwarded.ToString()
            : context.Connection.RemoteIpAddress?.ToString() ?? "local";
    }
}

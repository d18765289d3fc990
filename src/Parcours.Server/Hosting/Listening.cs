using Microsoft.AspNetCore.Server.Kestrel.Core;
using Parcours.Server.Access;

namespace Parcours.Server.Hosting;

/// <summary>What Kestrel listens on, and its limits.</summary>
internal static class Listening
{
    internal static void Configure(KestrelServerOptions kestrel, ServerOptions options, OwnerSocket socket)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = options.LargestRequestBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = 32 << 10;
        kestrel.Limits.MaxRequestLineSize = 8 << 10;
        kestrel.Listen(options.Listen, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        if (socket.Path is not null)
        {
            kestrel.ListenUnixSocket(socket.Path, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.Use(next => connection =>
                {
                    connection.Features.Set(ByOwnerSocket.Known);
                    return next(connection);
                });
            });
        }
    }
}

using System.Net;
using System.Net.Sockets;

namespace Parcours.Server.Sources;

/// <summary>
/// Keeps calls to addresses that people typed away from this machine and its network: https alone, no redirection, and no private address behind a public name.
/// </summary>
internal static class OutboundGuard
{
    /// <summary>An address to call; null when it is not called.</summary>
    /// <param name="allowLoopback">Whether this machine itself may be called, unencrypted.</param>
    internal static Uri? Read(string text, bool allowLoopback)
    {
        if (!Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text, UriKind.Absolute, out Uri? address)
            || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            return null;
        }

        if (allowLoopback && address.IsLoopback && address.Scheme is "http" or "https")
        {
            return address;
        }

        bool isPublic = !address.IsLoopback && (!IPAddress.TryParse(address.Host.Trim('[', ']'), out IPAddress? ip) || IsPublic(ip));
        return address.Scheme == Uri.UriSchemeHttps && isPublic ? address : null;
    }

    /// <summary>A client that keeps to it.</summary>
    internal static HttpClient Client(bool allowLoopback) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(15),
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, allowLoopback, cancellation),
    })
    {
        Timeout = TimeSpan.FromSeconds(100),
        MaxResponseContentBufferSize = 64 << 20,
    };

    /// <summary>Whether an address is of the open Internet.</summary>
    internal static bool IsPublic(IPAddress address)
    {
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            Span<byte> six = stackalloc byte[16];
            address.TryWriteBytes(six, out _);
            bool isGlobal = (six[0] & 0xE0) == 0x20; // 2000::/3, the only part given out
            bool isTunnel = six[0] == 0x20 && (six[1] == 0x02 || (six[1] == 0x01 && six[2] == 0 && six[3] == 0)); // 6to4 and Teredo carry an IPv4 address
            return isGlobal && !isTunnel;
        }

        Span<byte> four = stackalloc byte[4];
        address.TryWriteBytes(four, out _);
        return (four[0], four[1]) switch
        {
            (0 or 10 or 127 or >= 224, _) => false,
            (100, >= 64 and <= 127) => false,
            (169, 254) => false,
            (172, >= 16 and <= 31) => false,
            (192, 168) => false,
            (192, 0) => four[2] != 0,
            (198, 18 or 19) => false,
            _ => true,
        };
    }

    // The address that was checked is the one connected to: a name cannot mean another one in between.
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint endpoint, bool allowLoopback, CancellationToken cancellation)
    {
        IPAddress[] found = await Dns.GetHostAddressesAsync(endpoint.Host, cancellation);
        IPAddress[] allowed = [.. found.Where(address => IsPublic(address) || (allowLoopback && IPAddress.IsLoopback(address)))];
        if (allowed.Length == 0)
        {
            throw new HttpRequestException($"{endpoint.Host} is no public address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, endpoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

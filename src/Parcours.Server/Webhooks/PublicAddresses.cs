using System.Net;
using System.Net.Sockets;

namespace Parcours.Server.Webhooks;

/// <summary>Which addresses a webhook may reach: those of the public internet. A name that leads to this machine or into its network must not be called from here.</summary>
internal static class PublicAddresses
{
    private static readonly IPNetwork[] _closed =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3", "::/96", "64:ff9b::/96", "100::/64", "2001:db8::/32", "2002::/16", "fc00::/7",
            "fe80::/10", "ff00::/8",
        ]).Select(IPNetwork.Parse),
    ];

    /// <summary>Whether an address is public.</summary>
    internal static bool Has(IPAddress address)
    {
        IPAddress plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return !_closed.Any(network => network.Contains(plain));
    }

    /// <summary>Connects to a public address of a host, and to no other: looked up here, so that nothing can change between the look and the call.</summary>
    internal static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        IPAddress[] all = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, stop);
        IPAddress[] open = [.. all.Where(Has)];
        if (open.Length == 0)
        {
            throw new HttpRequestException("The address is not a public one.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

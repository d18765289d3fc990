using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace Parcours.Server.Hosting;

/// <summary>
/// The socket <c>parcours.sock</c> in the workspace's folder. Only the account that owns the folder can open it, so whoever comes through it is the local
/// owner. There is none on Windows, nor where the folder's path is too long for a socket.
/// </summary>
internal sealed class OwnerSocket : IDisposable
{
    private const string Name = "parcours.sock";
    private const int LongestPath = 103; // bytes, on the strictest of the systems

    internal OwnerSocket(string folder)
    {
        string path = System.IO.Path.Combine(folder, Name);
        Path = !OperatingSystem.IsWindows() && Encoding.UTF8.GetByteCount(path) <= LongestPath ? path : null;
    }

    /// <summary>Where it is; null when there is none.</summary>
    internal string? Path { get; }

    /// <summary>Makes a socket that Kestrel will listen on. Ours is closed to others before anybody can connect.</summary>
    internal Socket Bind(EndPoint endpoint)
    {
        if (endpoint is not UnixDomainSocketEndPoint || Path is null || OperatingSystem.IsWindows())
        {
            return SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        }

        File.Delete(Path); // left by a killed server: the write lock says that none runs now
        Socket socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
        File.SetUnixFileMode(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return socket;
    }

    public void Dispose()
    {
        if (Path is not null)
        {
            File.Delete(Path);
        }
    }
}

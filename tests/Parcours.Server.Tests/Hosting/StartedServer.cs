using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Parcours.Engine.Workspaces;
using Parcours.Server.Operations;
using Parcours.Storage.Sqlite;

namespace Parcours.Server.Hosting;

/// <summary>A real server on a free port, over a workspace of its own that is removed with it.</summary>
internal sealed class StartedServer : IAsyncDisposable
{
    private readonly IWorkspaceStore _store;
    private bool _isBorrowed;

    private StartedServer(string folder, IWorkspaceStore store, ParcoursServer server, SetTime time)
    {
        Folder = folder;
        _store = store;
        Server = server;
        Time = time;
        Client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server.Address };
        Owner = ThroughSocket(SocketPath);
    }

    /// <summary>The workspace.</summary>
    internal string Folder { get; }

    internal Readiness Readiness => Server.Services.GetRequiredService<Readiness>();

    internal string SocketPath => Path.Combine(Folder, "parcours.sock");

    internal ParcoursServer Server { get; }

    /// <summary>The server's clock.</summary>
    internal SetTime Time { get; }

    /// <summary>Calls over the port, with nothing to show. It follows no redirection and keeps no cookie.</summary>
    internal HttpClient Client { get; }

    /// <summary>Calls through the owner's socket.</summary>
    internal HttpClient Owner { get; }

    internal static async Task<StartedServer> StartAsync(Func<ServerOptions, ServerOptions>? with = null)
    {
        string folder = Directory.CreateTempSubdirectory("parcours-server-").FullName;
        var time = new SetTime();
        IWorkspaceStore store = SqliteStore.Open(folder, forWriting: true);
        try
        {
            ServerOptions options = new() { Workspace = folder, Port = 0, PasswordRounds = 1000, DiskFloorBytes = 0 };
            return new StartedServer(folder, store, await ParcoursServer.StartAsync(with?.Invoke(options) ?? options, store, time), time);
        }
        catch
        {
            store.Dispose();
            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>A server on a workspace that stays the caller's, so that another can be started on it.</summary>
    internal static async Task<StartedServer> OnAsync(ServerOptions options, IWorkspaceStore store, SetTime time) =>
        new(options.Workspace, store, await ParcoursServer.StartAsync(options, store, time), time) { _isBorrowed = true };

    /// <summary>Calls through the owner's socket of a workspace.</summary>
    internal static HttpClient ThroughSocket(string path) => new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        ConnectCallback = async (_, cancellation) =>
        {
            var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = new Uri("http://localhost") };

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Owner.Dispose();
        await Server.DisposeAsync();
        if (_isBorrowed)
        {
            return;
        }

        _store.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}

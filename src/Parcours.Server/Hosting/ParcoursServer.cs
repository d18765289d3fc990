using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Parcours.Engine.Access;
using Parcours.Engine.Workspaces;
using Parcours.Server.Live;
using Parcours.Server.Operations;
using Parcours.Server.Routes;

namespace Parcours.Server.Hosting;

/// <summary>The server of one workspace: HTTP on a port, and a socket in the workspace's folder for the verbs of its owner.</summary>
public sealed class ParcoursServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly OwnerSocket _socket;
    private readonly ServerOptions _options;
    private readonly LiveState _live;
    private bool _isRunning;

    private ParcoursServer(WebApplication app, LiveState live, OwnerSocket socket, ServerOptions options)
    {
        _app = app;
        _live = live;
        _socket = socket;
        _options = options;
    }

    /// <summary>Where it listens, as <c>http://127.0.0.1:5170</c>.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <summary>Where the first owner sets the workspace up, once and within the hour; null when there is an operator already.</summary>
    public Uri? SetUpAddress { get; private set; }

    /// <summary>What capabilities keep while it runs.</summary>
    internal IServiceProvider Services => _app.Services;

    /// <summary>The endpoints there are, each with who may call it.</summary>
    internal IReadOnlyList<Route> Routes { get; private set; } = [];

    /// <summary>Starts it.</summary>
    /// <param name="options">What it is started with.</param>
    /// <param name="store">The workspace, open for writing; stays the caller's to dispose, after the server.</param>
    /// <param name="time">What time it is.</param>
    /// <exception cref="ServerStartException">An option cannot be used, or the port is taken.</exception>
    public static async Task<ParcoursServer> StartAsync(ServerOptions options, IWorkspaceStore store, TimeProvider time)
    {
        if (options.Faults() is { Count: > 0 } faults)
        {
            throw new ServerStartException(string.Join("; ", faults));
        }

        var live = new LiveState(options, store, time); // the base is there before the first request, and after the last
        var socket = new OwnerSocket(options.Workspace);
        WebApplication app = Build(options, store, time, live, socket);
        var server = new ParcoursServer(app, live, socket, options);
        try
        {
            await server.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs until it is told to stop, then lets requests under way end.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (stop.Register(stopped.SetResult))
        {
            await stopped.Task;
        }

        await StopAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(); // what works beside the requests must not write in the workspace any more
        await _app.DisposeAsync();
        _socket.Dispose();
        _live.Dispose();
    }

    private static WebApplication Build(ServerOptions options, IWorkspaceStore store, TimeProvider time, LiveState live, OwnerSocket socket)
    {
        // The empty builder reads no file and no variable: what the server does is what it was started with.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = options.Workspace });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => Listening.Configure(kestrel, options, socket));
        builder.WebHost.UseSockets(transport => transport.CreateBoundListenSocket = socket.Bind);
        builder.Services.AddSingleton(options).AddSingleton(store).AddSingleton(time);
        builder.Services.AddSingleton(live).AddSingleton(live.Workspace).AddSingleton(live.Lifecycles);
        builder.Services.AddSingleton<IHostLifetime, ToldLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.StopWithin);
        Capabilities.AddServices(builder.Services);
        return builder.Build();
    }

    private async Task StopAsync()
    {
        if (!_isRunning)
        {
            return;
        }

        _isRunning = false;
        using var limit = new CancellationTokenSource(_options.StopWithin);
        await _app.StopAsync(limit.Token);
    }

    private async Task StartAsync()
    {
        var routes = new RouteTable(_app);
        OperationsServices.Start(_app.Services);
        Pipeline.Use(_app);
        Capabilities.MapRoutes(routes);
        Routes = routes.Checked();
        try
        {
            await _app.StartAsync();
            _isRunning = true;
            _live.Lifecycles.Start(); // it reads the whole base: only now, so that requests need not wait for it
        }
        catch (IOException taken)
        {
            throw new ServerStartException($"it cannot listen on {_options.Listen}:{_options.Port} ({taken.Message.TrimEnd('.')})", taken);
        }

        string address = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
            .First(address => !address.Contains("unix:", StringComparison.Ordinal));
        Address = new Uri(address.Replace("[::]", "127.0.0.1", StringComparison.Ordinal).Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));
        SetUpAddress = _app.Services.GetRequiredService<SetUp>().NewLink() is { } token ? new Uri(_options.PublicAddress ?? Address, $"/setup?token={token}") : null;
    }
}

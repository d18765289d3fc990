using Microsoft.Extensions.DependencyInjection;
using Parcours.Engine.Sources;
using Parcours.Server.Hosting;
using Parcours.Server.Sources.Inbox;
using Parcours.Server.Sources.Pulling;

namespace Parcours.Server.Sources;

/// <summary>What sources keep while the server runs.</summary>
internal static class SourceServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => new SourceBook(provider.GetRequiredService<ServerOptions>().Workspace, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<StoredOrders>();
        services.AddSingleton(provider => provider.GetRequiredService<ServerOptions>().Pulling);
        services.AddSingleton<PullBell>();
        services.AddSingleton<PullRun>();
        services.AddHostedService<PullWorker>();
        InboxServices.Add(services);
    }
}

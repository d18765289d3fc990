using Microsoft.Extensions.DependencyInjection;
using Parcours.Engine.Live;

namespace Parcours.Server.Live;

/// <summary>What the live base keeps while the server runs.</summary>
internal static class LiveServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<LiveHost>();
        services.AddSingleton<LiveWorkspace>(provider => provider.GetRequiredService<LiveHost>().Workspace);
        services.AddSingleton<LiveLifecycles>(provider => provider.GetRequiredService<LiveHost>().Lifecycles);
    }
}

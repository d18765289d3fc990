using Microsoft.Extensions.DependencyInjection;
using Parcours.Engine.Live;
using Parcours.Engine.Workspaces;
using Parcours.Server.Analyses;

namespace Parcours.Server.Customers;

/// <summary>What customers keep while the server runs.</summary>
internal static class CustomerServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<ILiveRecords>(provider => provider.GetRequiredService<IWorkspaceStore>().OpenRecords());
        services.AddSingleton<ResolvedLifecycles>();
        services.AddHostedService(provider => provider.GetRequiredService<ResolvedLifecycles>());
        services.AddSingleton<KeptScores>();
        services.AddHostedService(provider => provider.GetRequiredService<KeptScores>());
        services.AddSingleton<KnownKeys>();
        services.AddSingleton<StakeholderIndex>();
        services.AddSingleton<CustomerReading>();
        services.AddSingleton<CustomerSearch>();
        services.AddSingleton<CustomerLists>();
        services.AddSingleton<ProfileReading>();
    }
}

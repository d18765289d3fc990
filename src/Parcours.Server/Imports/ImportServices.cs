using Microsoft.Extensions.DependencyInjection;

namespace Parcours.Server.Imports;

/// <summary>What imports keep while the server runs.</summary>
internal static class ImportServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<ImportShelf>();
        services.AddSingleton<ImportTrials>();
        services.AddSingleton<ImportWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<ImportWorker>());
    }
}

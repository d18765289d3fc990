using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Parcours.Engine.Ingestion;
using Parcours.Server.Hosting;

namespace Parcours.Server.Ingestion;

/// <summary>What ingestion keeps while the server runs.</summary>
internal static class IngestionServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => EventNames.InFolder(provider.GetRequiredService<ServerOptions>().Workspace));
        services.AddSingleton(provider => new KeyRates(provider.GetRequiredService<ServerOptions>().Ingestion.EventsPerSecond, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MessageIntake>();
        services.AddHostedService<IngestionStart>();
    }

    /// <summary>What cannot be used is told at the start, not to the first client.</summary>
    private sealed class IngestionStart(IServiceProvider provider) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken)
        {
            provider.GetRequiredService<MessageIntake>();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

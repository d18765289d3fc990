using Microsoft.Extensions.DependencyInjection;
using Parcours.Engine.Backups;
using Parcours.Engine.Workspaces;

namespace Parcours.Server.Backups;

/// <summary>What backups keep while the server runs.</summary>
internal static class BackupServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IWorkspaceStore>().OpenBackups());
        services.AddSingleton<BackupShelf>();
        services.AddSingleton<PrivacyRecordWorker>();
        services.AddHostedService(provider => provider.GetRequiredService<PrivacyRecordWorker>());
    }
}

using Microsoft.Extensions.DependencyInjection;
using Parcours.Engine.Suppressions;
using Parcours.Engine.Workspaces;

namespace Parcours.Server.Suppressions;

/// <summary>What the suppression list keeps while the server runs.</summary>
internal static class SuppressionServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IWorkspaceStore>().OpenSuppressions());
        services.AddSingleton<SuppressionList>();
    }
}

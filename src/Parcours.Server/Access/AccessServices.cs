using Microsoft.Extensions.DependencyInjection;
using Parcours.Engine.Access;
using Parcours.Engine.Workspaces;

namespace Parcours.Server.Access;

/// <summary>What access keeps while the server runs.</summary>
internal static class AccessServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IWorkspaceStore>().OpenAccess());
        services.AddSingleton<IPasswords, IdentityPasswords>();
        services.AddSingleton<AccessKeys>();
        services.AddSingleton<Operators>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SetUp>();
        services.AddSingleton<AuditLog>();
    }
}

using Microsoft.Extensions.DependencyInjection;
using Parcours.Engine.Access;
using Parcours.Engine.Workspaces;
using Parcours.Server.Hosting;
using Parcours.Server.Secrets;

namespace Parcours.Server.Access;

/// <summary>What access keeps while the server runs.</summary>
internal static class AccessServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IWorkspaceStore>().OpenAccess());
        services.AddSingleton<ISecretSeal>(provider => new Seal(provider.GetRequiredService<ServerOptions>().Workspace, Seal.OneTimeCodes));
        services.AddSingleton<IPasswords, IdentityPasswords>();
        services.AddSingleton<AccessKeys>();
        services.AddSingleton<Operators>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SetUp>();
        services.AddSingleton<AuditLog>();
    }
}

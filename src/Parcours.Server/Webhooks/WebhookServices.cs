using Microsoft.Extensions.DependencyInjection;
using Parcours.Engine.Webhooks;
using Parcours.Engine.Workspaces;
using Parcours.Server.Hosting;
using Parcours.Server.Secrets;

namespace Parcours.Server.Webhooks;

/// <summary>What webhooks keep while the server runs.</summary>
internal static class WebhookServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IWorkspaceStore>().OpenWebhooks());
        services.AddSingleton(provider => new Engine.Webhooks.Webhooks(
            provider.GetRequiredService<IWebhookStore>(), new Seal(provider.GetRequiredService<ServerOptions>().Workspace, Seal.Webhooks).Hide, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<WebhookSender>();
        services.AddHostedService<WebhookWorker>();
    }
}

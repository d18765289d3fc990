using Microsoft.Extensions.DependencyInjection;

namespace Parcours.Server.Sources.Inbox;

/// <summary>What the watched folder keeps while the server runs.</summary>
internal static class InboxServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<InboxFolder>();
        services.AddHostedService<InboxWorker>();
    }
}

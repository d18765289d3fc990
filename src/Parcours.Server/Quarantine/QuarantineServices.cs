using Microsoft.Extensions.DependencyInjection;
using Parcours.Engine.Access;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Server.Hosting;
using Parcours.Server.Live;

namespace Parcours.Server.Quarantine;

/// <summary>What the quarantine keeps while the server runs.</summary>
internal static class QuarantineServices
{
    internal static void Add(IServiceCollection services) => services.AddSingleton(provider =>
    {
        LiveState live = provider.GetRequiredService<LiveState>();
        string folder = provider.GetRequiredService<ServerOptions>().Workspace;
        AccessKeys keys = provider.GetRequiredService<AccessKeys>();
        return new QuarantineReplay(live.Workspace, provider.GetRequiredService<ILiveRecords>(), Reader, id => keys.List().FirstOrDefault(key => key.Id == id)?.Trust ?? Trust.Company);

        EventReader Reader() => new(EventNames.InFolder(folder), live.Workspace.Histories.Calendar, live.Workspace.Histories.Currency, IngestionLimits.Default);
    });
}

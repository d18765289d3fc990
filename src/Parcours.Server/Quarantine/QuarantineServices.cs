using Microsoft.Extensions.DependencyInjection;
using Parcours.Engine.Access;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Engine.Sources;
using Parcours.Server.Hosting;
using Parcours.Server.Live;
using Parcours.Server.Sources;

namespace Parcours.Server.Quarantine;

/// <summary>What the quarantine keeps while the server runs.</summary>
internal static class QuarantineServices
{
    internal static void Add(IServiceCollection services) => services.AddSingleton<AccountNames>().AddSingleton(provider =>
    {
        LiveWorkspace live = provider.GetRequiredService<LiveState>().Workspace;
        ServerOptions options = provider.GetRequiredService<ServerOptions>();
        AccessKeys keys = provider.GetRequiredService<AccessKeys>();
        StoredOrders orders = provider.GetRequiredService<StoredOrders>();
        SourceBook sources = provider.GetRequiredService<SourceBook>();
        return new QuarantineReplay(
            live,
            provider.GetRequiredService<ILiveRecords>(),
            () => new EventReader(EventNames.InFolder(options.Workspace), live.Histories.Calendar, live.Histories.Currency, options.Ingestion.Limits),
            (row, message) => sources.ReadAgain(row.KeyId, message, new SourceScene(live.Histories.Calendar, live.Histories.Currency, row.ReceivedAt) { Orders = orders }),
            id => keys.List().FirstOrDefault(key => key.Id == id)?.Trust ?? Trust.Company);
    });
}

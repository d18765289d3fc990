using Microsoft.Extensions.Hosting;
using Parcours.Domain.Histories;
using Parcours.Engine.Lifecycles;
using Parcours.Server.Hosting;
using Parcours.Server.Live;

namespace Parcours.Server.Customers;

/// <summary>
/// Every lifecycle on the live base, for profiles: one customer is read under them and the base never scanned for it. A lifecycle whose transitions are announced is read as it
/// is announced.
/// </summary>
internal sealed class ResolvedLifecycles(LiveState live, IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly TimeSpan _beat = TimeSpan.FromSeconds(1);

    /// <summary>The lifecycles that are being resolved for the first time: no profile shows them yet.</summary>
    internal IEnumerable<string> Pending => live.Standing.Pending.Where(id => live.Lifecycles.Resolved(id) is null);

    /// <summary>The lifecycles of a type of subject on a state of the base, in the order of their ids.</summary>
    internal IEnumerable<ResolvedLifecycle> On(HistoryBase histories, SubjectType type)
    {
        var standing = live.Standing.On(histories, type).ToDictionary(lifecycle => lifecycle.Analysis.Definition.Id, StringComparer.Ordinal);
        foreach (string id in live.Lifecycles.Lifecycles)
        {
            if (live.Lifecycles.Resolved(id) is { } announced && announced.Analysis.Definition.Subject == type)
            {
                standing[id] = announced with { Analysis = announced.Analysis.On(histories) };
            }
        }

        return standing.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.ListensAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Run(() => live.Standing.ResolveStale(stoppingToken), stoppingToken);
            await Task.Delay(_beat, stoppingToken);
        }
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Definitions;
using Parcours.Engine.Lifecycles;
using Parcours.Server.Live;

namespace Parcours.Server.Customers;

/// <summary>
/// Every lifecycle on the live base, its thresholds resolved beside the requests: a profile reads one customer under them and never scans the base. Thresholds change
/// by the month, or with late facts, so some minutes of age do not show.
/// </summary>
internal sealed class ResolvedLifecycles(LiveState live) : BackgroundService
{
    private const int WorthOfWork = 20; // resolved anew after so many times what it took
    private static readonly TimeSpan _leastAge = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, LifecycleAnalysis> _resolved = new(StringComparer.Ordinal);

    /// <summary>The lifecycles of a type of subject on a state of the base, in the order of their ids.</summary>
    internal IEnumerable<LifecycleAnalysis> On(HistoryBase histories, SubjectType type)
    {
        if (_resolved.IsEmpty)
        {
            Resolve(histories, CancellationToken.None); // the first profile came before the worker was done
        }

        return _resolved.Where(pair => pair.Value.Definition.Subject == type).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value.On(histories));
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        HistoryBase? of = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            long began = Stopwatch.GetTimestamp();
            HistoryBase histories = live.Workspace.Histories;
            if (!ReferenceEquals(of, histories))
            {
                await Task.Run(() => Resolve(histories, stoppingToken), stoppingToken);
                of = histories;
            }

            TimeSpan worth = WorthOfWork * Stopwatch.GetElapsedTime(began);
            await Task.Delay(worth > _leastAge ? worth : _leastAge, stoppingToken);
        }
    }

    private void Resolve(HistoryBase histories, CancellationToken stop)
    {
        LifecycleLibrary library = live.Library();
        IReadOnlyList<string> ids = library.Ids;
        foreach (string id in ids.TakeWhile(_ => !stop.IsCancellationRequested))
        {
            try
            {
                LifecycleAnalysis analysis = library.Analyse(library.Find(id)!, histories);
                _ = analysis.Thresholds; // resolved here, not by whoever asks first
                _resolved[id] = analysis;
            }
            catch (DefinitionException)
            {
                _resolved.TryRemove(id, out _); // what is wrong with the file is said where the lifecycle itself is asked for
            }
        }

        foreach (string gone in _resolved.Keys.Except(ids))
        {
            _resolved.TryRemove(gone, out _);
        }
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.Customers;
using Parcours.Engine.Definitions;
using Parcours.Server.Hosting;
using Parcours.Server.Live;

namespace Parcours.Server.Analyses;

/// <summary>
/// What was learnt of leaving, for profiles. The learners that the workspace keeps learn once after the start, beside the requests; from then on a customer is scored when its
/// profile is asked for, on what is known of it by then.
/// </summary>
internal sealed class KeptScores(LiveState live, ServerOptions options, TimeProvider time, IHostApplicationLifetime lifetime) : BackgroundService
{
    private static readonly TimeSpan _spanKept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, ChurnScorer> _scorers = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private (DateTimeOffset Since, Instant LastDay)? _span;

    /// <summary>Keeps what was learnt of a definition.</summary>
    internal void Keep(ChurnScores scores) => _scorers[scores.Definition.Id] = scores.Scorer();

    /// <summary>The scores of a customer, with why.</summary>
    internal IEnumerable<CustomerScore> Of(HistoryBase histories, int subject, Instant now, string language) =>
        from scorer in _scorers.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)
        let score = scorer.Score(histories, subject, now, LastDay(histories))
        where score is not null
        select new CustomerScore(
            scorer.Definition.Id, scorer.Definition.Name.In(language), score.Probability, score.At.ToString(), scorer.Model, scorer.Version, scorer.LearntAt.ToString(),
            [.. score.Reasons.Select(reason => reason.In(language))]);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.ListensAsync(stoppingToken);
        await Task.Run(() => Learn(stoppingToken), stoppingToken);
    }

    private void Learn(CancellationToken stop)
    {
        var library = new ChurnLibrary(options.Workspace);
        foreach (string id in library.Ids.TakeWhile(_ => !stop.IsCancellationRequested))
        {
            try
            {
                if (library.Find(id) is { } definition && ChurnScores.OfKept(definition, OrderHolders.Of(live.Workspace.Histories, definition.Subject), options.Workspace) is { } scores)
                {
                    _scorers.TryAdd(id, scores.Scorer()); // what was asked for meanwhile is newer
                }
            }
            catch (DefinitionException)
            {
                // What is wrong with the file is said where the definition itself is asked for.
            }
        }
    }

    private Instant LastDay(HistoryBase histories)
    {
        lock (_gate)
        {
            if (_span is not { } span || time.GetUtcNow() - span.Since > _spanKept)
            {
                _span = span = (time.GetUtcNow(), histories.Calendar.EndOfDay(histories.Calendar.DayOf(FactSpan.Of(histories).Last)));
            }

            return span.LastDay;
        }
    }
}

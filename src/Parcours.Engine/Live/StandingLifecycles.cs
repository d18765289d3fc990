using System.Collections.Concurrent;
using System.Diagnostics;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Definitions;
using Parcours.Engine.Lifecycles;

namespace Parcours.Engine.Live;

/// <summary>
/// Every lifecycle on a live base, its thresholds and base tables resolved beside those who read: one customer is read under them without a look at any other. What is
/// resolved is kept in the workspace, so it is there at the next start. It is resolved anew at the first instant of a month and when a late fact changes an earlier one.
/// </summary>
public sealed class StandingLifecycles : ILiveFollower
{
    private const int WorthOfWork = 20;         // resolved anew after so many times what it took
    private const long ResolvedAtOnce = 100_000; // a base of so many facts is resolved by whoever asks first
    private static readonly TimeSpan LeastAge = TimeSpan.FromSeconds(5);

    private readonly LiveWorkspace _live;
    private readonly Func<LifecycleLibrary> _library;
    private readonly string _folder;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, Standing> _standing = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly Lock _resolving = new();
    private IReadOnlyList<string> _ids;
    private Instant _earliest;
    private bool _isRedefined;
    private long _resolvedAt;
    private TimeSpan _took;

    /// <summary>Takes what the workspace kept.</summary>
    /// <param name="live">The workspace.</param>
    /// <param name="library">The lifecycles of the workspace as they stand: read anew at each call.</param>
    /// <param name="folder">The workspace's folder.</param>
    /// <param name="clock">The time.</param>
    public StandingLifecycles(LiveWorkspace live, Func<LifecycleLibrary> library, string folder, TimeProvider clock)
    {
        _live = live;
        _library = library;
        _folder = folder;
        _clock = clock;
        LifecycleLibrary known = library();
        _ids = known.Ids;
        _earliest = Restore(known, live.Histories, live.Beginning);
    }

    /// <inheritdoc/>
    public Instant Due => Instant.Never;

    /// <inheritdoc/>
    public bool HasNews => false;

    /// <summary>The lifecycles that could not be read yet: they are being resolved for the first time.</summary>
    public IEnumerable<string> Pending => _ids.Where(id => !_standing.ContainsKey(id));

    private Instant Now => Instant.From(_clock.GetUtcNow());

    /// <summary>The lifecycles of a type of subject on a state of the base, in the order of their ids.</summary>
    public IEnumerable<ResolvedLifecycle> On(HistoryBase histories, SubjectType type)
    {
        if (histories.FactCount <= ResolvedAtOnce && Pending.Any())
        {
            Resolve(CancellationToken.None);
        }

        return _standing.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)
            .Where(standing => standing.Lifecycle is not null && standing.Lifecycle.Analysis.Definition.Subject == type)
            .Select(standing => standing.Lifecycle! with { Analysis = standing.Lifecycle.Analysis.On(histories) });
    }

    /// <inheritdoc/>
    public void Begin(LiveStep step) => Follow(step);

    /// <inheritdoc/>
    public void Follow(LiveStep step)
    {
        lock (_gate)
        {
            _earliest = step.Earliest < _earliest ? step.Earliest : _earliest;
            _isRedefined |= step.IsRedefined;
        }
    }

    /// <inheritdoc/>
    public void Write(LiveCommit commit)
    {
    }

    /// <inheritdoc/>
    public void Written()
    {
    }

    /// <summary>Resolves what a new month, a late fact or another definition asks for; does nothing when nothing does, or too little time has passed for the work it is.</summary>
    public void ResolveStale(CancellationToken stop)
    {
        TimeSpan age = _clock.GetElapsedTime(_resolvedAt);
        Calendar calendar = _live.Histories.Calendar;
        int month = calendar.UnitOf(Now, CalendarUnit.Month);
        bool isNew = Pending.Any() || _standing.Values.Any(standing => calendar.UnitOf(standing.At, CalendarUnit.Month) != month);
        bool isLate;
        lock (_gate)
        {
            isLate = _isRedefined || _earliest < calendar.StartOf(month, CalendarUnit.Month);
        }

        if (isNew || (isLate && age > LeastAge && age > WorthOfWork * _took))
        {
            Resolve(stop);
        }
    }

    private void Resolve(CancellationToken stop)
    {
        lock (_resolving)
        {
            long began = Stopwatch.GetTimestamp();
            Instant earliest;
            lock (_gate)
            {
                earliest = _earliest;
                _earliest = Instant.Never;
                _isRedefined = false;
            }

            long joins = _live.LastJoin;
            long facts = _live.LastFact; // before the base: one that comes between counts as later
            HistoryBase histories = _live.Histories;
            Instant now = Now;
            LifecycleLibrary library = _library();
            _ids = library.Ids;
            foreach (string id in _ids.TakeWhile(_ => !stop.IsCancellationRequested))
            {
                Resolve(library, id, histories, (facts, joins), earliest, now);
            }

            if (stop.IsCancellationRequested)
            {
                return; // what is kept is as old as it says
            }

            foreach (string gone in _standing.Keys.Except(_ids))
            {
                _standing.TryRemove(gone, out _);
            }

            _resolvedAt = _clock.GetTimestamp();
            _took = Stopwatch.GetElapsedTime(began);
        }
    }

    private void Resolve(LifecycleLibrary library, string id, HistoryBase histories, (long Facts, long Joins) of, Instant earliest, Instant now)
    {
        try
        {
            LifecycleDefinition definition = library.Find(id)!;
            string fingerprint = LifecycleFingerprint.Of(definition);
            Standing? known = _standing.GetValueOrDefault(id) is { } standing && standing.Fingerprint == fingerprint ? standing : null;
            Calendar calendar = histories.Calendar;
            int month = calendar.UnitOf(now, CalendarUnit.Month);
            if (known is not null && calendar.UnitOf(known.At, CalendarUnit.Month) == month && earliest >= calendar.StartOf(month, CalendarUnit.Month))
            {
                return;
            }

            // A month that had not begun then was resolved of too little.
            Instant changedFrom = known is null ? Instant.Beginning : earliest < known.At ? earliest : known.At;
            LifecycleAnalysis analysis = library.Analyse(definition, histories, known?.Lifecycle?.Analysis, changedFrom);
            LifecycleResolution resolution = analysis.Resolution;
            _standing[id] = new Standing(fingerprint, now, new ResolvedLifecycle(analysis, now));
            KeptLifecycleFile.Write(_folder, id, new KeptLifecycle(fingerprint, calendar.ZoneId, now, of.Facts, of.Joins, resolution));
        }
        catch (DefinitionException)
        {
            _standing[id] = new Standing(string.Empty, now, null); // what is wrong with the file is said where the lifecycle itself is asked for
        }
    }

    /// <summary>Takes what is kept of this base.</summary>
    /// <returns>The earliest instant that something changed at since.</returns>
    private Instant Restore(LifecycleLibrary library, HistoryBase histories, LiveBeginning beginning)
    {
        var kept = new Dictionary<string, KeptLifecycle>(StringComparer.Ordinal);
        foreach (string id in _ids)
        {
            if (KeptLifecycleFile.Read(_folder, id) is { } one && one.Zone == histories.Calendar.ZoneId && one.Facts <= beginning.LastFact && one.Joins <= beginning.LastJoin)
            {
                kept[id] = one;
            }
        }

        foreach (string id in kept.Keys)
        {
            _ = Restored(id, []);
        }

        if (_standing.IsEmpty)
        {
            return Instant.Never;
        }

        Instant joined = ChangedSince.Joined(_live, _standing.Keys.Min(id => kept[id].Joins));
        Instant came = ChangedSince.Came(histories, _standing.Keys.Min(id => kept[id].Facts), beginning.LastFact);
        return joined < came ? joined : came;

        LifecycleAnalysis? Restored(string id, HashSet<string> seen)
        {
            if (_standing.TryGetValue(id, out Standing? standing))
            {
                return standing.Lifecycle!.Analysis;
            }

            try
            {
                if (seen.Add(id) && kept.TryGetValue(id, out KeptLifecycle? one) && library.Find(id) is { } definition && LifecycleFingerprint.Of(definition) == one.Definition
                    && library.Restore(definition, histories, one.Resolution, other => Restored(other, seen)) is { } analysis)
                {
                    _standing[id] = new Standing(one.Definition, one.At, new ResolvedLifecycle(analysis, one.At));
                    return analysis;
                }
            }
            catch (DefinitionException)
            {
                // Said where the lifecycle itself is asked for.
            }

            return null;
        }
    }

    /// <summary>A lifecycle as it stands; without one where its file has errors.</summary>
    private sealed record Standing(string Fingerprint, Instant At, ResolvedLifecycle? Lifecycle);
}

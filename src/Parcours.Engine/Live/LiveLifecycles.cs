using System.Collections.Concurrent;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Lifecycles;

namespace Parcours.Engine.Live;

/// <summary>
/// Follows a live base on a thread of its own: after each change its followers work out anew what they keep of the touched subjects, and what time alone brings comes
/// at its instant. The first follower is the stages: each transition is announced once, also across a crash.
/// </summary>
public sealed class LiveLifecycles : IDisposable
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MarkAtLeastEvery = TimeSpan.FromSeconds(5);

    private readonly LiveWorkspace _live;
    private readonly Func<LifecycleLibrary> _library;
    private readonly TimeProvider _clock;
    private readonly Thread _thread;
    private readonly SemaphoreSlim _wake = new(0);
    private readonly LiveChanges _changes;
    private readonly LiveStages _stages;
    private readonly ILiveFollower[] _followers;
    private readonly ConcurrentDictionary<string, LifecycleAnalysis> _others = new(StringComparer.Ordinal);
    private readonly LiveStep _first;
    private volatile AnnouncedMark _mark;
    private long _seenFact;
    private bool _hasBegun;
    private volatile bool _isStopping;
    private volatile TaskCompletionSource _announced = New();

    /// <summary>Is ready to follow.</summary>
    /// <param name="live">The workspace; its <see cref="LiveWorkspace.Changed"/> is taken.</param>
    /// <param name="library">The lifecycles of the workspace as they stand: read anew at each call.</param>
    /// <param name="options">Which are announced, and how.</param>
    /// <param name="clock">The time.</param>
    /// <param name="others">What else is kept of each subject, in the order it is worked out after the stages.</param>
    /// <exception cref="ArgumentException">There is no lifecycle of an id.</exception>
    public LiveLifecycles(LiveWorkspace live, Func<LifecycleLibrary> library, LiveOptions options, TimeProvider clock, params ReadOnlySpan<ILiveFollower> others)
    {
        _live = live;
        _library = library;
        _clock = clock;
        LifecycleLibrary known = library();
        Lifecycles = [.. options.Lifecycles.IsDefaultOrEmpty ? Defaults(known) : options.Lifecycles];
        if (Lifecycles.FirstOrDefault(id => known.Find(id) is null) is { } unknown)
        {
            throw new ArgumentException($"there is no lifecycle \"{unknown}\"");
        }

        _stages = new LiveStages(Lifecycles, library, options, clock, live.Beginning.LastTransition);
        _followers = [_stages, .. others];
        _changes = new LiveChanges(live.Histories, live.Beginning.LastFact);
        live.Changed = change =>
        {
            _changes.Note(change);
            _wake.Release();
        };
        AnnouncedMark? before = live.Beginning.Announced;
        _first = new LiveStep(live.Histories, live.Beginning.LastFact, new Dictionary<int, Instant>(), Instant.Never, IsReread: true, IsRedefined: false, Now, before);
        _mark = before ?? new AnnouncedMark(live.Beginning.LastFact, Now);
        _seenFact = _first.LastFact;
        _thread = new Thread(Run) { Name = "live stages", IsBackground = true };
        if (before is null)
        {
            Write(Now); // what comes from here on is announced, also after a crash
        }
    }

    /// <summary>The lifecycles whose transitions are announced.</summary>
    public IReadOnlyList<string> Lifecycles { get; }

    /// <summary>How far transitions are announced.</summary>
    public AnnouncedMark Announced => _mark;

    /// <summary>Ends when further transitions have been announced. Take it before reading those there are.</summary>
    public Task Next => _announced.Task;

    private Instant Now => new(_clock.GetUtcNow().UtcDateTime.Subtract(DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>Begins to follow by itself: it reads the whole base first, beside those who use it.</summary>
    public void Start() => _thread.Start();

    /// <summary>
    /// A lifecycle on the base as it stands, its thresholds as they were last resolved: cheap to ask for, subject by subject.
    /// </summary>
    /// <param name="id">A lifecycle of the library.</param>
    /// <returns>The analysis; null for an unknown id.</returns>
    public LifecycleAnalysis? Analysis(string id)
    {
        HistoryBase histories = _live.Histories;
        if ((_stages.Resolved(id)?.Analysis ?? _others.GetValueOrDefault(id)) is { } resolved)
        {
            return resolved.On(histories);
        }

        LifecycleLibrary library = _library();
        return library.Find(id) is { } definition ? _others.GetOrAdd(id, library.Analyse(definition, histories)).On(histories) : null;
    }

    /// <summary>A lifecycle whose transitions are announced, as it was last resolved; null for another, and until the base was read.</summary>
    public ResolvedLifecycle? Resolved(string id) => _stages.Resolved(id);

    /// <summary>The stage a subject was last announced in, by its id; null for none. Only between two steps, or for tests.</summary>
    public string? StageOf(string lifecycle, int subject) => _stages.StageOf(lifecycle, subject);

    /// <summary>Definitions, adopted thresholds or settings changed: everything is resolved anew.</summary>
    public void Forget()
    {
        _others.Clear();
        _changes.NoteDefinitions();
        _wake.Release();
    }

    /// <summary>Follows once: what facts brought since, and what time brought by now. For tests; the thread does it by itself.</summary>
    public void Step()
    {
        if (!_hasBegun)
        {
            Array.ForEach(_followers, follower => follower.Begin(_first with { Now = Now }));
            _hasBegun = true;
        }

        LiveStep step = _changes.Take(Now, _mark);
        if (step.IsReread)
        {
            Array.ForEach(_followers, follower => follower.Begin(step));
        }

        Array.ForEach(_followers, follower => follower.Follow(step));
        _seenFact = step.LastFact;
        bool isLong = step.Now.Micros - _mark.Until.Micros > MarkAtLeastEvery.Ticks / TimeSpan.TicksPerMicrosecond;
        if (_followers.Any(follower => follower.HasNews) || (_seenFact != _mark.Facts && isLong))
        {
            Write(step.Now);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isStopping)
        {
            return;
        }

        _isStopping = true;
        _wake.Release();
        if (_thread.IsAlive)
        {
            _thread.Join();
        }

        _wake.Dispose();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static IEnumerable<string> Defaults(LifecycleLibrary library) =>
        library.Ids.Where(id => id == "crm-segments" || !BuiltInLifecycles.Ids.Contains(id));

    private void Run()
    {
        while (!_isStopping)
        {
            try
            {
                Step();
            }
            catch (LiveRefusedException)
            {
                // The workspace cannot write now; what is unsaid is kept, and said when it can.
                _wake.Wait(TimeSpan.FromMilliseconds(500));
                continue;
            }

            _wake.Wait(UntilDue());
            while (_wake.CurrentCount > 0 && _wake.Wait(0))
            {
            }
        }

        if (!_hasBegun)
        {
            return; // nothing was read: the next start goes on from the mark on disk
        }

        try
        {
            Step();
            Write(Now);
        }
        catch (LiveRefusedException)
        {
            // The mark on disk is older: the next start goes on from there.
        }
    }

    private TimeSpan UntilDue()
    {
        Instant due = _followers.Min(follower => follower.Due);
        long wait = Math.Max(0, due.Micros - Now.Micros);
        TimeSpan longest = _stages.IsResolutionDue || _seenFact != _mark.Facts ? MarkAtLeastEvery : LongestSleep;
        return wait > longest.Ticks / TimeSpan.TicksPerMicrosecond ? longest : TimeSpan.FromMicroseconds(wait);
    }

    private void Write(Instant now)
    {
        var mark = new AnnouncedMark(_seenFact, now);
        ILiveFollower[] news = [.. _followers.Where(follower => follower.HasNews)];
        _live.Change((_, commit) =>
        {
            Array.ForEach(news, follower => follower.Write(commit));
            commit.Announced = mark;
            return true;
        }).GetAwaiter().GetResult();
        Array.ForEach(news, follower => follower.Written());
        _mark = mark;
        if (news.Length > 0)
        {
            Interlocked.Exchange(ref _announced, New()).SetResult();
        }
    }
}

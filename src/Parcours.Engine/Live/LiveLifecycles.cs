using System.Collections.Concurrent;
using System.Diagnostics;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Lifecycles;

namespace Parcours.Engine.Live;

/// <summary>
/// Stages of a live base: after each change the touched subjects' are read again, changes that time alone brings come at their instant, and each transition is
/// announced once, also across a crash. Nobody else is looked at.
/// </summary>
public sealed class LiveLifecycles : IDisposable
{
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan MarkAtLeastEvery = TimeSpan.FromSeconds(5);

    private readonly LiveWorkspace _live;
    private readonly Func<LifecycleLibrary> _library;
    private readonly LiveOptions _options;
    private readonly TimeProvider _clock;
    private readonly Thread _thread;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly SortedDictionary<string, StageBook> _books = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, LifecycleAnalysis> _analyses = new(StringComparer.Ordinal);
    private readonly List<TransitionRow> _unsaid = [];
    private Dictionary<int, Instant> _touched = [];
    private HistoryBase _newest;
    private HistoryBase _seen;
    private long _newestFact;
    private long _seenFact;
    private bool _isAnew;
    private long _earliest = long.MaxValue;
    private AnnouncedMark _mark;
    private long _marked;
    private long _lastTransition;
    private int _month;
    private long _resolvedAt;
    private TimeSpan _resolving;
    private volatile bool _isStopping;
    private volatile TaskCompletionSource _announced = New();

    /// <summary>Begins to keep stages.</summary>
    /// <param name="live">The workspace; its <see cref="LiveWorkspace.Changed"/> is taken.</param>
    /// <param name="library">The lifecycles of the workspace as they stand: read anew at each call.</param>
    /// <param name="options">Which, and how.</param>
    /// <param name="clock">The time.</param>
    public LiveLifecycles(LiveWorkspace live, Func<LifecycleLibrary> library, LiveOptions options, TimeProvider clock)
    {
        _live = live;
        _library = library;
        _options = options;
        _clock = clock;
        live.Changed = Note;
        _newest = _seen = live.Histories;
        _newestFact = live.Beginning.LastFact;
        _lastTransition = live.Beginning.LastTransition;
        AnnouncedMark? mark = live.Beginning.Announced;
        _mark = mark ?? new AnnouncedMark(_newestFact, Now);
        Begin(mark);
        _thread = new Thread(Run) { Name = "live stages", IsBackground = true };
    }

    /// <summary>The lifecycles whose transitions are announced.</summary>
    public IReadOnlyCollection<string> Lifecycles => _books.Keys;

    /// <summary>How far transitions are announced.</summary>
    public AnnouncedMark Announced => _mark;

    /// <summary>Ends when further transitions have been announced. Take it before reading those there are.</summary>
    public Task Next => _announced.Task;

    private Instant Now => new(_clock.GetUtcNow().UtcDateTime.Subtract(DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>Begins to follow by itself, on a thread of its own.</summary>
    public void Start() => _thread.Start();

    /// <summary>
    /// A lifecycle on the base as it stands, its thresholds as they were last resolved: cheap to ask for, subject by subject.
    /// </summary>
    /// <param name="id">A lifecycle of the library.</param>
    /// <returns>The analysis; null for an unknown id.</returns>
    public LifecycleAnalysis? Analysis(string id)
    {
        HistoryBase histories = _live.Histories;
        if (!_analyses.TryGetValue(id, out LifecycleAnalysis? resolved))
        {
            LifecycleLibrary library = _library();
            if (library.Find(id) is not { } definition)
            {
                return null;
            }

            resolved = _analyses.GetOrAdd(id, library.Analyse(definition, histories));
        }

        return resolved.On(histories);
    }

    /// <summary>The stage a subject was last announced in, by its id; null for none. Only between two steps, or for tests.</summary>
    public string? StageOf(string lifecycle, int subject) =>
        _books.TryGetValue(lifecycle, out StageBook? book) && book.StageOf(subject) is >= 0 and var stage ? book.Analysis.Definition.Stages[stage].Id : null;

    /// <summary>Definitions, adopted thresholds or settings changed: everything is resolved anew.</summary>
    public void Forget()
    {
        lock (_gate)
        {
            _isAnew = true;
        }

        _wake.Release();
    }

    /// <summary>Follows once: what facts brought since, and what time brought by now. For tests; the thread does it by itself.</summary>
    public void Step()
    {
        (Dictionary<int, Instant> touched, bool isAnew, long earliest) = Take();
        Instant now = Now;
        if (isAnew)
        {
            ResolveAll(now);
        }
        else if (MustResolve(now, earliest))
        {
            Resolve(now, touched);
        }

        Instant since = Since(now);
        int[] order = [.. touched.Keys.Order()];
        foreach (StageBook book in _books.Values)
        {
            book.See(_seen);
            foreach (int subject in order)
            {
                book.Advance(subject, now, _mark.Until, touched[subject] < since ? Instant.Never : since, move => Say(book, move, now));
            }

            book.AdvanceDue(now, _mark.Until, since, move => Say(book, move, now));
        }

        Announce(now);
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

    private void Note(LiveChange change)
    {
        lock (_gate)
        {
            _newest = change.Histories;
            _newestFact = change.LastFact;
            foreach ((int subject, Instant latest) in change.Touched)
            {
                _touched[subject] = _touched.TryGetValue(subject, out Instant other) && other > latest ? other : latest;
            }

            _earliest = Math.Min(_earliest, change.Earliest.Micros);
            _isAnew |= change.Touched.Count == 0;
        }

        _wake.Release();
    }

    private (Dictionary<int, Instant> Touched, bool IsAnew, long Earliest) Take()
    {
        lock (_gate)
        {
            (Dictionary<int, Instant>, bool, long) taken = (_touched, _isAnew, _earliest);
            _touched = [];
            _isAnew = false;
            _seen = _newest;
            _seenFact = _newestFact;
            return taken;
        }
    }

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
        Instant due = _books.Values.Select(book => book.Due).DefaultIfEmpty(Instant.Never).Min();
        due = due < _seen.Calendar.StartOf(_month + 1, CalendarUnit.Month) ? due : _seen.Calendar.StartOf(_month + 1, CalendarUnit.Month);
        long wait = Math.Max(0, due.Micros - Now.Micros);
        bool isPending = _earliest != long.MaxValue || _seenFact != _marked;
        TimeSpan longest = isPending ? MarkAtLeastEvery : LongestSleep;
        return wait > longest.Ticks / TimeSpan.TicksPerMicrosecond ? longest : TimeSpan.FromMicroseconds(wait);
    }

    private void Begin(AnnouncedMark? mark)
    {
        Instant now = Now;
        LifecycleLibrary library = _library();
        foreach (string id in _options.Lifecycles.IsDefaultOrEmpty ? Defaults(library) : _options.Lifecycles)
        {
            LifecycleDefinition definition = library.Find(id) ?? throw new ArgumentException($"There is no lifecycle \"{id}\".", nameof(mark));
            LifecycleAnalysis analysis = library.Analyse(definition, _seen);
            var book = new StageBook(analysis);
            book.Recall(mark, now);
            book.AdvanceAll(analysis, now, _mark.Until, subject => SinceOf(subject, mark), move => Say(book, move, now));
            _books.Add(id, book);
            _analyses[id] = analysis;
        }

        _seenFact = _marked = _newestFact;
        Resolved(now, TimeSpan.Zero);
        if (mark is null || _unsaid.Count > 0)
        {
            Write(now);
        }
    }

    private Instant Since(Instant now) => new(now.Micros - (_options.LateWindow.Ticks / TimeSpan.TicksPerMicrosecond));

    /// <summary>From when changes of a subject are announced after a start: those of facts that came after the mark, unless they were late.</summary>
    private Instant SinceOf(int subject, AnnouncedMark? mark)
    {
        if (mark is null)
        {
            return Instant.Never;
        }

        Instant since = Since(mark.Until);
        History history = _seen[subject];
        for (int i = history.Count - 1; i >= 0 && history.Facts[i].At >= since; i--)
        {
            if (history.FactIds[i] > mark.Facts)
            {
                return since;
            }
        }

        return Instant.Never;
    }

    private static IEnumerable<string> Defaults(LifecycleLibrary library) =>
        library.Ids.Where(id => id == "crm-segments" || !BuiltInLifecycles.Ids.Contains(id));

    private bool MustResolve(Instant now, long earliest)
    {
        int month = _seen.Calendar.UnitOf(now, CalendarUnit.Month);
        bool isLate = earliest < _seen.Calendar.StartOf(month, CalendarUnit.Month).Micros;
        bool maySo = _clock.GetElapsedTime(_resolvedAt) > _options.ResolveAtMostEvery && _clock.GetElapsedTime(_resolvedAt) > 20 * _resolving;
        return month != _month || (isLate && maySo);
    }

    /// <summary>Resolves the thresholds on the base as it stands; who stands where is read again where they are worth something else.</summary>
    private void Resolve(Instant now, Dictionary<int, Instant> touched)
    {
        long began = Stopwatch.GetTimestamp();
        LifecycleLibrary library = _library();
        _analyses.Clear();
        Instant since = Since(now);
        foreach ((string id, StageBook book) in _books)
        {
            LifecycleDefinition definition = book.Analysis.Definition;
            LifecycleAnalysis resolved = library.Analyse(definition, _seen);
            if (resolved.ResolvesAs(book.Analysis))
            {
                book.Resolved(resolved);
            }
            else
            {
                book.AdvanceAll(resolved, now, _mark.Until, subject => touched.TryGetValue(subject, out Instant latest) && latest >= since ? since : Instant.Never, move => Say(book, move, now));
            }

            _analyses[id] = resolved;
        }

        Resolved(now, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>
    /// Definitions or the whole base were read anew. Where everybody stands under them is taken as announced: adopting thresholds announces no transition.
    /// </summary>
    private void ResolveAll(Instant now)
    {
        long began = Stopwatch.GetTimestamp();
        LifecycleLibrary library = _library();
        _analyses.Clear();
        foreach (string id in (string[])[.. _books.Keys])
        {
            if (library.Find(id) is { } definition)
            {
                LifecycleAnalysis resolved = library.Analyse(definition, _seen);
                var book = new StageBook(resolved);
                book.Recall(null, now);
                book.AdvanceAll(resolved, now, now, _ => Instant.Never, _ => { });
                _books[id] = book;
                _analyses[id] = resolved;
            }
        }

        Resolved(now, Stopwatch.GetElapsedTime(began));
    }

    private void Resolved(Instant now, TimeSpan took)
    {
        _month = _seen.Calendar.UnitOf(now, CalendarUnit.Month);
        _resolvedAt = _clock.GetTimestamp();
        _resolving = took;
        lock (_gate)
        {
            _earliest = long.MaxValue;
        }
    }

    private void Say(StageBook book, StageMove move, Instant now)
    {
        LifecycleDefinition definition = book.Analysis.Definition;
        StageRule rule = definition.Rules[move.Entered.Rule];
        _unsaid.Add(new TransitionRow(
            ++_lastTransition,
            definition.Id,
            move.Subject,
            _seen.Subjects.KeyOf(move.Subject),
            move.Left < 0 ? null : definition.Stages[move.Left].Id,
            definition.Stages[move.Entered.Stage].Id,
            move.Entered.From,
            now,
            rule.Because?.In("en") ?? rule.When.Text.Trim()));
    }

    private void Announce(Instant now)
    {
        bool isLong = now.Micros - _mark.Until.Micros > MarkAtLeastEvery.Ticks / TimeSpan.TicksPerMicrosecond;
        if (_unsaid.Count > 0 || (_seenFact != _marked && isLong))
        {
            Write(now);
        }
    }

    private void Write(Instant now)
    {
        var mark = new AnnouncedMark(_seenFact, now);
        TransitionRow[] rows = [.. _unsaid];
        _live.Change((_, commit) =>
        {
            commit.Transitions.AddRange(rows);
            commit.Announced = mark;
            return true;
        }).GetAwaiter().GetResult();
        _unsaid.RemoveRange(0, rows.Length);
        _mark = mark;
        _marked = mark.Facts;
        if (rows.Length > 0)
        {
            Interlocked.Exchange(ref _announced, New()).SetResult();
        }
    }
}

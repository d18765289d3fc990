using System.Collections.Concurrent;
using System.Diagnostics;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Lifecycles;

namespace Parcours.Engine.Live;

/// <summary>
/// The stages of a live base under some lifecycles: those of touched subjects are read again, changes that time alone brings come at their instant, and each move
/// is news once.
/// </summary>
/// <param name="ids">The lifecycles.</param>
/// <param name="library">The lifecycles of the workspace as they stand: read anew at each call.</param>
/// <param name="options">How late a fact may come, and how often thresholds are resolved.</param>
/// <param name="clock">Tells how long ago thresholds were resolved.</param>
/// <param name="lastTransition">The number of the last transition in the store.</param>
internal sealed class LiveStages(IReadOnlyList<string> ids, Func<LifecycleLibrary> library, LiveOptions options, TimeProvider clock, long lastTransition) : ILiveFollower
{
    private const int WorthOfWork = 20; // resolved anew after so many times what it took

    private readonly SortedDictionary<string, StageBook> _books = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ResolvedLifecycle> _resolved = new(StringComparer.Ordinal);
    private readonly List<TransitionRow> _unsaid = [];
    private HistoryBase? _seen;
    private Instant _earliest = Instant.Never;
    private long _written = lastTransition;
    private int _month;
    private Instant _monthEnd = Instant.Never;
    private long _resolvedAt;
    private TimeSpan _resolving;

    /// <inheritdoc/>
    public Instant Due
    {
        get
        {
            Instant due = _books.Values.Select(book => book.Due).DefaultIfEmpty(Instant.Never).Min();
            return due < _monthEnd ? due : _monthEnd;
        }
    }

    /// <summary>Whether late facts wait for the thresholds to be resolved.</summary>
    public bool IsResolutionDue => _seen is not null && _earliest < _seen.Calendar.StartOf(_month, CalendarUnit.Month);

    /// <inheritdoc/>
    public bool HasNews => _unsaid.Count > 0;

    /// <summary>A lifecycle as it was last resolved; null when it is none of these, or before the first time.</summary>
    public ResolvedLifecycle? Resolved(string id) => _resolved.GetValueOrDefault(id);

    /// <summary>The stage a subject was last read in, by its id; null for none.</summary>
    public string? StageOf(string lifecycle, int subject) =>
        _books.TryGetValue(lifecycle, out StageBook? book) && book.StageOf(subject) is >= 0 and var stage ? book.Analysis.Definition.Stages[stage].Id : null;

    /// <inheritdoc/>
    public void Begin(LiveStep step)
    {
        long began = Stopwatch.GetTimestamp();
        LifecycleLibrary known = library();
        _seen = step.Histories;
        _unsaid.Clear();
        _books.Clear();
        foreach (string id in ids)
        {
            if (known.Find(id) is { } definition)
            {
                LifecycleAnalysis analysis = known.Analyse(definition, _seen);
                var book = new StageBook(analysis);
                book.Recall(step.Announced, step.Now);
                book.AdvanceAll(analysis, step.Now, AnnouncedUntil(step), subject => SinceOf(subject, step), move => Say(book, move, step.Now));
                _books[id] = book;
                _resolved[id] = new ResolvedLifecycle(analysis, step.Now);
            }
        }

        WereResolved(step.Now, Stopwatch.GetElapsedTime(began));
    }

    /// <inheritdoc/>
    public void Follow(LiveStep step)
    {
        _seen = step.Histories;
        _earliest = step.Earliest < _earliest ? step.Earliest : _earliest;
        if (step.IsRedefined)
        {
            ResolveAll(step);
        }
        else if (MustResolve(step.Now))
        {
            Resolve(step);
        }

        Instant since = Since(step.Now);
        int[] order = [.. step.Touched.Keys.Order()];
        foreach (StageBook book in _books.Values)
        {
            book.See(_seen);
            foreach (int subject in order)
            {
                book.Advance(subject, step.Now, AnnouncedUntil(step), step.Touched[subject] < since ? Instant.Never : since, move => Say(book, move, step.Now));
            }

            book.AdvanceDue(step.Now, AnnouncedUntil(step), since, move => Say(book, move, step.Now));
        }
    }

    /// <inheritdoc/>
    public void Write(LiveCommit commit) => commit.Transitions.AddRange(_unsaid);

    /// <inheritdoc/>
    public void Written()
    {
        _written += _unsaid.Count;
        _unsaid.Clear();
    }

    private static Instant AnnouncedUntil(LiveStep step) => step.Announced?.Until ?? step.Now;

    private Instant Since(Instant now) => new(now.Micros - (options.LateWindow.Ticks / TimeSpan.TicksPerMicrosecond));

    /// <summary>From when changes of a subject are announced after a start: those of facts that came after the mark, unless they were late.</summary>
    private Instant SinceOf(int subject, LiveStep step)
    {
        if (step.Announced is not { } mark)
        {
            return Instant.Never;
        }

        Instant since = Since(mark.Until);
        History history = step.Histories[subject];
        for (int i = history.Count - 1; i >= 0 && history.Facts[i].At >= since; i--)
        {
            if (history.FactIds[i] > mark.Facts)
            {
                return since;
            }
        }

        return Instant.Never;
    }

    private bool MustResolve(Instant now)
    {
        TimeSpan age = clock.GetElapsedTime(_resolvedAt);
        bool maySo = age > options.ResolveAtMostEvery && age > WorthOfWork * _resolving;
        return _seen!.Calendar.UnitOf(now, CalendarUnit.Month) != _month || (IsResolutionDue && maySo);
    }

    /// <summary>Resolves the thresholds on the base as it stands; who stands where is read again where they are worth something else.</summary>
    private void Resolve(LiveStep step)
    {
        long began = Stopwatch.GetTimestamp();
        LifecycleLibrary known = library();
        Instant since = Since(step.Now);
        foreach ((string id, StageBook book) in _books)
        {
            LifecycleAnalysis resolved = known.Analyse(book.Analysis.Definition, step.Histories);
            if (resolved.ResolvesAs(book.Analysis))
            {
                book.Resolved(resolved);
            }
            else
            {
                Instant SinceOfTouched(int subject) => step.Touched.TryGetValue(subject, out Instant latest) && latest >= since ? since : Instant.Never;
                book.AdvanceAll(resolved, step.Now, AnnouncedUntil(step), SinceOfTouched, move => Say(book, move, step.Now));
            }

            _resolved[id] = new ResolvedLifecycle(resolved, step.Now);
        }

        WereResolved(step.Now, Stopwatch.GetElapsedTime(began));
    }

    /// <summary>Definitions changed. Where everybody stands under them is taken as announced: adopting thresholds announces no transition.</summary>
    private void ResolveAll(LiveStep step)
    {
        long began = Stopwatch.GetTimestamp();
        LifecycleLibrary known = library();
        foreach (string id in (string[])[.. _books.Keys])
        {
            if (known.Find(id) is { } definition)
            {
                LifecycleAnalysis resolved = known.Analyse(definition, step.Histories);
                var book = new StageBook(resolved);
                book.Recall(null, step.Now);
                book.AdvanceAll(resolved, step.Now, step.Now, _ => Instant.Never, _ => { });
                _books[id] = book;
                _resolved[id] = new ResolvedLifecycle(resolved, step.Now);
            }
        }

        WereResolved(step.Now, Stopwatch.GetElapsedTime(began));
    }

    private void WereResolved(Instant now, TimeSpan took)
    {
        Calendar calendar = _seen!.Calendar;
        _month = calendar.UnitOf(now, CalendarUnit.Month);
        _monthEnd = calendar.StartOf(_month + 1, CalendarUnit.Month);
        _resolvedAt = clock.GetTimestamp();
        _resolving = took;
        _earliest = Instant.Never;
    }

    private void Say(StageBook book, StageMove move, Instant now)
    {
        LifecycleDefinition definition = book.Analysis.Definition;
        StageRule rule = definition.Rules[move.Entered.Rule];
        _unsaid.Add(new TransitionRow(
            _written + _unsaid.Count + 1,
            definition.Id,
            move.Subject,
            _seen!.Subjects.KeyOf(move.Subject),
            move.Left < 0 ? null : definition.Stages[move.Left].Id,
            definition.Stages[move.Entered.Stage].Id,
            move.Entered.From,
            now,
            rule.Because?.In("en") ?? rule.When.Text.Trim()));
    }
}

using System.Runtime.InteropServices;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Engine.Live;

/// <summary>
/// Where every subject stands in one lifecycle as far as it was announced, and when that changes by itself. Used from one thread.
/// </summary>
internal sealed class StageBook
{
    private readonly PriorityQueue<int, long> _due = new();
    private readonly List<StageSpan> _spans = [];
    private LifecycleAnalysis _resolved;
    private LifecycleAnalysis _analysis;
    private StageReader _reader;
    private short[] _stages = [];
    private long[] _froms = [];
    private long[] _nexts = [];

    /// <summary>A book of an analysis, everybody without a stage.</summary>
    public StageBook(LifecycleAnalysis analysis)
    {
        _resolved = _analysis = analysis;
        _reader = new StageReader(analysis);
        Grow(analysis.Histories.SubjectCount);
    }

    /// <summary>The lifecycle on the base last seen, its thresholds as last resolved.</summary>
    public LifecycleAnalysis Analysis => _analysis;

    /// <summary>When the next change comes that time alone brings; <see cref="Instant.Never"/> for never.</summary>
    public Instant Due
    {
        get
        {
            while (_due.TryPeek(out int subject, out long at) && _nexts[subject] != at)
            {
                _due.Dequeue();
            }

            return _due.TryPeek(out _, out long due) ? new Instant(due) : Instant.Never;
        }
    }

    /// <summary>The stage a subject was last announced in, by its place among the definition's; -1 for none.</summary>
    public int StageOf(int subject) => subject < _stages.Length ? _stages[subject] : -1;

    /// <summary>Sees a later state of the base, under the thresholds resolved.</summary>
    public void See(HistoryBase histories)
    {
        if (!ReferenceEquals(histories, _analysis.Histories))
        {
            _analysis = _resolved.On(histories);
            _reader = new StageReader(_analysis);
            Grow(histories.SubjectCount);
        }
    }

    /// <summary>Takes the stages of a time before: what facts up to a number had brought by an instant. Nothing is announced.</summary>
    /// <param name="mark">How far was announced; null takes the present for it.</param>
    /// <param name="now">The present.</param>
    public void Recall(AnnouncedMark? mark, Instant now)
    {
        HistoryBase histories = _analysis.Histories;
        Timelines timelines = _analysis.Timelines;
        Instant at = mark?.Until ?? now;
        var rows = new List<FactRow>();
        for (int subject = 0; subject < histories.SubjectCount; subject++)
        {
            ReadOnlySpan<StageSpan> spans = timelines.Of(subject);
            if (mark is not null && HasAfter(histories[subject], mark.Facts))
            {
                rows.Clear();
                histories[subject].CopyRowsTo(rows);
                rows.RemoveAll(row => row.FactId > mark.Facts);
                _reader.Read(subject, Segment.OfOrdered(CollectionsMarshal.AsSpan(rows))[0], at, _spans);
                spans = CollectionsMarshal.AsSpan(_spans);
            }

            int place = Timelines.At(spans, at);
            Set(subject, place < 0 ? (short)-1 : spans[place].Stage, place < 0 ? long.MinValue : spans[place].From.Micros);
        }
    }

    /// <summary>Goes on to the present with everybody: after the past was recalled, or thresholds were resolved anew.</summary>
    public void AdvanceAll(LifecycleAnalysis resolved, Instant now, Instant announcedUntil, Func<int, Instant> since, Action<StageMove> announce)
    {
        _resolved = resolved;
        See(resolved.Histories);
        Timelines timelines = resolved.Timelines;
        _due.Clear();
        Array.Fill(_nexts, long.MaxValue);
        for (int subject = 0; subject < timelines.SubjectCount; subject++)
        {
            ReadOnlySpan<StageSpan> spans = timelines.Of(subject);
            int last = Timelines.At(spans, now);
            Move(subject, spans[..(last + 1)], announcedUntil, since(subject), announce);
            Schedule(subject, last + 1 < spans.Length ? spans[last + 1].From : Instant.Never);
        }
    }

    /// <summary>Takes thresholds resolved anew that are worth what they were.</summary>
    public void Resolved(LifecycleAnalysis resolved) => _resolved = resolved;

    /// <summary>Goes on to the present with the subjects whose change is due.</summary>
    public void AdvanceDue(Instant now, Instant announcedUntil, Instant since, Action<StageMove> announce)
    {
        while (Due <= now)
        {
            Advance(_due.Dequeue(), now, announcedUntil, since, announce);
        }
    }

    /// <summary>Goes on to the present with one subject.</summary>
    /// <param name="subject">Its index.</param>
    /// <param name="now">The present.</param>
    /// <param name="announcedUntil">Up to when changes were announced.</param>
    /// <param name="since">A change that facts bring is announced when it is of this instant or after; an earlier one corrects the past in silence.</param>
    /// <param name="announce">Told of each move.</param>
    public void Advance(int subject, Instant now, Instant announcedUntil, Instant since, Action<StageMove> announce)
    {
        Instant next = _reader.Read(subject, now, _spans);
        Move(subject, CollectionsMarshal.AsSpan(_spans), announcedUntil, since, announce);
        Schedule(subject, next);
    }

    private static bool HasAfter(History history, long fact)
    {
        foreach (long id in history.FactIds)
        {
            if (id > fact)
            {
                return true;
            }
        }

        return false;
    }

    private void Move(int subject, ReadOnlySpan<StageSpan> spans, Instant announcedUntil, Instant since, Action<StageMove> announce)
    {
        short stage = _stages[subject];
        long from = _froms[subject];
        foreach (StageSpan span in spans)
        {
            bool isNew = span.From.Micros > from || (span.From.Micros == from && stage != span.Stage);
            if (isNew && span.Stage != stage)
            {
                Say(span, stage);
                stage = span.Stage;
            }
        }

        if (spans.Length > 0 && spans[^1].Stage != stage)
        {
            // The stage announced was corrected by something that happened before it.
            Say(spans[^1], stage);
        }

        Set(subject, spans.Length == 0 ? (short)-1 : spans[^1].Stage, spans.Length == 0 ? long.MinValue : spans[^1].From.Micros);

        void Say(StageSpan span, short left)
        {
            if (span.From >= since || span.From > announcedUntil)
            {
                announce(new StageMove(subject, left, span));
            }
        }
    }

    private void Set(int subject, short stage, long from)
    {
        _stages[subject] = stage;
        _froms[subject] = from;
    }

    private void Schedule(int subject, Instant next)
    {
        if (_nexts[subject] != next.Micros)
        {
            _nexts[subject] = next.Micros;
            if (next != Instant.Never)
            {
                _due.Enqueue(subject, next.Micros);
            }
        }
    }

    private void Grow(int subjects)
    {
        int before = _stages.Length;
        if (subjects > before)
        {
            int size = Math.Max(subjects, before + (before >> 2));
            Array.Resize(ref _stages, size);
            Array.Resize(ref _froms, size);
            Array.Resize(ref _nexts, size);
            _stages.AsSpan(before).Fill(-1);
            _froms.AsSpan(before).Fill(long.MinValue);
            _nexts.AsSpan(before).Fill(long.MaxValue);
        }
    }
}

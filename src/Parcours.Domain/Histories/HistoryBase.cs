using System.Collections;
using System.Collections.Immutable;
using Parcours.Domain.Facts;
using Parcours.Domain.Time;

namespace Parcours.Domain.Histories;

/// <summary>
/// The base in memory: every subject's history. Immutable: a change gives another base that shares all it did not touch,
/// so a reader keeps a consistent view for as long as it holds one. Subjects with a recent change have a segment of their own
/// (the overlay); <see cref="Compact"/> folds those back.
/// </summary>
public sealed class HistoryBase
{
    private readonly ImmutableArray<Segment> _segments;
    private readonly Pages<Segment> _overlay;
    private readonly SubjectType? _only;
    private readonly BitArray? _chosen;

    /// <summary>A base of full segments.</summary>
    /// <param name="segments">Every segment but the last holds <see cref="Segment.Width"/> subjects.</param>
    /// <param name="subjects">The names of the subjects.</param>
    /// <param name="vocabulary">The dictionary.</param>
    /// <param name="calendar">The workspace's calendar.</param>
    /// <param name="currency">The workspace's currency: amounts in another are left out of sums. 0 while no amount is known.</param>
    public HistoryBase(ImmutableArray<Segment> segments, Subjects subjects, Vocabulary vocabulary, Calendar calendar, byte currency)
        : this(segments, Pages<Segment>.Empty, segments.Sum(segment => (long)segment.FactCount), subjects, vocabulary, calendar, currency, FactProperties.None)
    {
    }

    private HistoryBase(
        ImmutableArray<Segment> segments, Pages<Segment> overlay, long factCount, Subjects subjects, Vocabulary vocabulary, Calendar calendar, byte currency,
        FactProperties properties, SubjectType? only = null, BitArray? chosen = null)
    {
        _only = only;
        _chosen = chosen;
        _segments = segments;
        _overlay = overlay;
        Subjects = subjects;
        Vocabulary = vocabulary;
        Calendar = calendar;
        Currency = currency;
        Properties = properties;
        FactCount = factCount;
    }

    /// <summary>How many places of subjects, empty ones included: what places are numbered up to. For how many subjects there are, see <see cref="Subjects.Present"/>.</summary>
    public int SubjectCount => Subjects.Count;

    /// <summary>How many facts.</summary>
    public long FactCount { get; }

    /// <summary>The names of the subjects.</summary>
    public Subjects Subjects { get; }

    /// <summary>The dictionary.</summary>
    public Vocabulary Vocabulary { get; }

    /// <summary>The workspace's calendar.</summary>
    public Calendar Calendar { get; }

    /// <summary>The workspace's currency, as an index of <see cref="Currencies"/>.</summary>
    public byte Currency { get; }

    /// <summary>What the workspace declared of its facts' payloads, and the values.</summary>
    public FactProperties Properties { get; }

    /// <summary>The immutable segments under the overlay.</summary>
    public ImmutableArray<Segment> Segments => _segments;

    /// <summary>How many subjects have a segment of their own.</summary>
    public int OverlayCount => _overlay.Count;

    /// <summary>The history of a subject.</summary>
    public History this[int subject]
    {
        get
        {
            if ((_only is { } type && Subjects.TypeOf(subject) != type) || (_chosen is not null && (subject >= _chosen.Length || !_chosen[subject])))
            {
                return Nothing[0];
            }

            if (_overlay[subject] is { } own)
            {
                return own[0];
            }

            return SegmentHas(subject) ? _segments[subject / Segment.Width][subject % Segment.Width] : Nothing[0];
        }
    }

    /// <summary>The base with the whole history of some subjects replaced; new subjects come at the end.</summary>
    /// <param name="histories">A segment of one subject for each index.</param>
    /// <param name="subjects">The names, those of new subjects included.</param>
    /// <param name="vocabulary">The dictionary after the change.</param>
    public HistoryBase With(IReadOnlyCollection<KeyValuePair<int, Segment>> histories, Subjects subjects, Vocabulary vocabulary)
    {
        long facts = FactCount;
        foreach ((int subject, Segment segment) in histories)
        {
            facts += segment.FactCount - (subject < SubjectCount ? this[subject].Count : 0);
        }

        return new(_segments, _overlay.With(histories), facts, subjects, vocabulary, Calendar, Currency, Properties, _only, _chosen);
    }

    /// <summary>The same base in another currency: amounts in another are left out of sums.</summary>
    public HistoryBase In(byte currency) => new(_segments, _overlay, FactCount, Subjects, Vocabulary, Calendar, currency, Properties, _only, _chosen);

    /// <summary>The same base with other declared properties; it shares all the facts.</summary>
    public HistoryBase With(FactProperties properties) => new(_segments, _overlay, FactCount, Subjects, Vocabulary, Calendar, Currency, properties, _only, _chosen);

    /// <summary>The same base with the overlay folded into its segments and the changed names into their columns; segments without a change are shared.</summary>
    public HistoryBase Compact()
    {
        Subjects names = Subjects.Compact();
        if (_overlay.Count == 0 && ReferenceEquals(names, Subjects))
        {
            return this;
        }

        var segments = ImmutableArray.CreateBuilder<Segment>();
        var touched = _overlay.Entries.Select(entry => entry.Key / Segment.Width).ToHashSet();
        for (int first = 0; first < SubjectCount; first += Segment.Width)
        {
            int number = first / Segment.Width;
            int count = Math.Min(Segment.Width, SubjectCount - first);
            bool keep = !touched.Contains(number) && number < _segments.Length && _segments[number].SubjectCount == count;
            segments.Add(keep ? _segments[number] : Merge(first, count));
        }

        return new HistoryBase(segments.ToImmutable(), names, Vocabulary, Calendar, Currency).With(Properties);
    }

    /// <summary>
    /// The base on the segments of a compaction that was begun from an earlier state of it and done beside: what was changed meanwhile stays in the overlay.
    /// </summary>
    /// <param name="compacted">The earlier state, compacted.</param>
    /// <param name="earlier">The earlier state.</param>
    public HistoryBase On(HistoryBase compacted, HistoryBase earlier)
    {
        Pages<Segment> since = Pages<Segment>.Empty.With(_overlay.Entries.Where(entry => earlier._overlay[entry.Key] != entry.Value));
        Subjects names = ReferenceEquals(Subjects, earlier.Subjects) ? compacted.Subjects : Subjects;
        return new HistoryBase(compacted._segments, since, FactCount, names, Vocabulary, Calendar, Currency, Properties, _only, _chosen);
    }

    /// <summary>
    /// The same base seen with the histories of one type of subject, those of the others empty; it shares all the facts. An account's history holds its
    /// stakeholders' facts, so what is added up over subjects is added up over one type, or the same order would count twice.
    /// </summary>
    public HistoryBase Of(SubjectType type) => new(_segments, _overlay, FactCount, Subjects, Vocabulary, Calendar, Currency, Properties, type, _chosen);

    /// <summary>
    /// The same base seen with the histories of so many subjects at most, evenly spread, those of the others empty; it shares all the facts, and subjects keep
    /// their places. For what needs many customers and not every one.
    /// </summary>
    /// <param name="most">How many at most; 1 or more.</param>
    public HistoryBase Sample(int most)
    {
        int[] present = [.. Enumerable.Range(0, SubjectCount).Where(subject => !this[subject].IsEmpty)];
        int every = Math.Max(1, (int)(((long)present.Length + most - 1) / most));
        var chosen = new BitArray(SubjectCount);
        for (int i = 0; i < present.Length; i += every)
        {
            chosen[present[i]] = true;
        }

        return new(_segments, _overlay, FactCount, Subjects, Vocabulary, Calendar, Currency, Properties, _only, chosen);
    }

    private static Segment Nothing { get; } = Segment.OfOne([]);

    private bool SegmentHas(int subject) =>
        subject / Segment.Width < _segments.Length && subject % Segment.Width < _segments[subject / Segment.Width].SubjectCount;

    private Segment Merge(int first, int count)
    {
        int facts = 0;
        for (int i = 0; i < count; i++)
        {
            facts += this[first + i].Count;
        }

        var writer = new SegmentWriter(count, facts);
        for (int i = 0; i < count; i++)
        {
            writer.Add(this[first + i]);
        }

        return writer.ToSegment();
    }
}

using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Domain.Flows;

/// <summary>
/// The moves between stages in a window of time. A subject's first appearance is an <em>entry</em>, not a move.
/// For every stage: count at the end = count at the start + entries + moves in - moves out.
/// </summary>
public sealed class Transitions
{
    private readonly long[] _cells; // moves by from * stages + to, then entries by stage
    private readonly int _stages;

    private Transitions(Instant from, Instant at, int stages, long[] cells)
    {
        From = from;
        At = at;
        _stages = stages;
        _cells = cells;
    }

    /// <summary>The start of the window, exclusive; <see cref="Instant.Beginning"/> for all of the past.</summary>
    public Instant From { get; }

    /// <summary>The end of the window, inclusive.</summary>
    public Instant At { get; }

    /// <summary>The moves that happened, by stage left, then stage entered; pairs without a move are left out.</summary>
    public ImmutableArray<Transition> All
    {
        get
        {
            var all = ImmutableArray.CreateBuilder<Transition>();
            for (int cell = 0; cell < _stages * _stages; cell++)
            {
                if (_cells[cell] > 0)
                {
                    all.Add(new Transition(cell / _stages, cell % _stages, _cells[cell]));
                }
            }

            return all.ToImmutable();
        }
    }

    /// <summary>How many moves went from a stage to another.</summary>
    public long Count(int from, int to) => _cells[(from * _stages) + to];

    /// <summary>How many subjects had their first fact in the window and began in a stage.</summary>
    public long Entries(int stage) => _cells[(_stages * _stages) + stage];

    /// <summary>Moves into a stage, entries not included.</summary>
    public long In(int stage) => Enumerable.Range(0, _stages).Sum(other => Count(other, stage));

    /// <summary>Moves out of a stage.</summary>
    public long Out(int stage) => Enumerable.Range(0, _stages).Sum(other => Count(stage, other));

    /// <summary>Counts the moves in a window.</summary>
    /// <param name="timelines">The spans.</param>
    /// <param name="from">The start, exclusive; null for before the first fact.</param>
    /// <param name="at">The end, inclusive.</param>
    public static Transitions Between(Timelines timelines, Instant? from, Instant at)
    {
        int stages = timelines.Stages.Length;
        Instant start = from ?? Instant.Beginning;
        long[] cells = SubjectRanges.Count(timelines.SubjectCount, (stages * stages) + stages, (into, first, end) =>
        {
            for (int subject = first; subject < end; subject++)
            {
                ReadOnlySpan<StageSpan> spans = timelines.Of(subject);
                for (int place = Timelines.At(spans, at); place >= 0 && spans[place].From > start; place--)
                {
                    int row = place == 0 ? stages : spans[place - 1].Stage;
                    into[(row * stages) + spans[place].Stage]++;
                }
            }
        });
        return new Transitions(start, at, stages, cells);
    }
}

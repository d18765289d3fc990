using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Domain.Flows;

/// <summary>
/// Where the subjects of each stage at one date stand at a later one: subjects, not moves.
/// Rows are the stages at the first date, and one row for those without a fact yet; columns the stages at the second.
/// </summary>
public sealed class TransitionMatrix
{
    /// <summary>The row of subjects whose first fact comes after the first date.</summary>
    public const int NotYet = -1;

    private readonly long[] _cells; // row 0 is "not yet"
    private readonly int _stages;

    private TransitionMatrix(Instant from, Instant to, int stages, long[] cells)
    {
        From = from;
        To = to;
        _stages = stages;
        _cells = cells;
    }

    /// <summary>The first date.</summary>
    public Instant From { get; }

    /// <summary>The second date.</summary>
    public Instant To { get; }

    /// <summary>How many subjects stood in one stage at the first date and in another at the second.</summary>
    /// <param name="row">A stage, or <see cref="NotYet"/>.</param>
    /// <param name="column">A stage.</param>
    public long this[int row, int column] => _cells[((row + 1) * _stages) + column];

    /// <summary>The subjects of a row: the count of that stage at the first date, or those who came since.</summary>
    public long RowTotal(int row) => Enumerable.Range(0, _stages).Sum(column => this[row, column]);

    /// <summary>The subjects of a column: the count of that stage at the second date.</summary>
    public long ColumnTotal(int column) => Enumerable.Range(NotYet, _stages + 1).Sum(row => this[row, column]);

    /// <summary>The share of a row's subjects that stands in a stage at the second date; null when the row is empty.</summary>
    public double? Share(int row, int column) => RowTotal(row) is var total and > 0 ? (double)this[row, column] / total : null;

    /// <summary>Crosses the stages at two dates.</summary>
    /// <exception cref="ArgumentException">The second date is before the first.</exception>
    public static TransitionMatrix Between(Timelines timelines, Instant from, Instant to)
    {
        if (to < from)
        {
            throw new ArgumentException("The second date is before the first.", nameof(to));
        }

        int stages = timelines.Stages.Length;
        long[] cells = SubjectRanges.Count(timelines.SubjectCount, (stages + 1) * stages, (into, first, end) =>
        {
            for (int subject = first; subject < end; subject++)
            {
                ReadOnlySpan<StageSpan> spans = timelines.Of(subject);
                int last = Timelines.At(spans, to);
                if (last >= 0)
                {
                    int before = Timelines.At(spans[..(last + 1)], from);
                    int row = before < 0 ? 0 : spans[before].Stage + 1;
                    into[(row * stages) + spans[last].Stage]++;
                }
            }
        });
        return new TransitionMatrix(from, to, stages, cells);
    }
}

using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;

namespace Parcours.Domain.Flows;

/// <summary>
/// Where the subjects of one lifecycle stand in another at a date: two definitions, or the same one with other thresholds. Subjects that either does not cover are left out.
/// </summary>
public sealed class StageCross
{
    private readonly long[] _cells;
    private readonly int _columns;

    private StageCross(int columns, long[] cells)
    {
        _columns = columns;
        _cells = cells;
    }

    /// <summary>How many stand in a stage of the first lifecycle and in one of the second.</summary>
    /// <param name="row">A stage of the first.</param>
    /// <param name="column">A stage of the second.</param>
    public long this[int row, int column] => _cells[(row * _columns) + column];

    /// <summary>Crosses two lifecycles on the same base at an instant.</summary>
    /// <exception cref="ArgumentException">They are not of the same base.</exception>
    public static StageCross Of(Timelines first, Timelines second, Instant at)
    {
        if (first.SubjectCount != second.SubjectCount)
        {
            throw new ArgumentException("The two timelines are not of the same base.", nameof(second));
        }

        int columns = second.Stages.Length;
        long[] cells = SubjectRanges.Count(first.SubjectCount, first.Stages.Length * columns, (into, begin, end) =>
        {
            for (int subject = begin; subject < end; subject++)
            {
                int row = first.StageAt(subject, at);
                int column = row < 0 ? -1 : second.StageAt(subject, at);
                if (column >= 0)
                {
                    into[(row * columns) + column]++;
                }
            }
        });
        return new StageCross(columns, cells);
    }
}

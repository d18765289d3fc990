using System.Collections.Immutable;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Features;

/// <summary>Computes the features of customers at a date, each from its history cut there: nothing later can leak in.</summary>
public static class FeatureScan
{
    private const int Width = 8192;

    /// <summary>The features of some customers.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="cut">The date: facts after it do not count, those of the base's rhythm included.</param>
    /// <param name="subjects">The customers asked for, by index.</param>
    /// <returns>A row for each, in the order asked.</returns>
    public static FeatureValues Compute(HistoryBase histories, Instant cut, int[] subjects) => Compute(histories, cut, subjects, FeatureGround.Of(histories, cut));

    /// <summary>The same, with what is taken from the base as a whole as it was at some date.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="cut">The date: facts after it do not count.</param>
    /// <param name="subjects">The customers asked for, by index.</param>
    /// <param name="known">What is taken from the base; no fact may be before its first.</param>
    public static FeatureValues Compute(HistoryBase histories, Instant cut, int[] subjects, FeatureGround known)
    {
        Instant first = known.First <= cut ? known.First : cut;
        var days = new LocalDays(histories.Calendar, first, cut);
        ImmutableArray<float[]> columns = [.. FeatureList.All.Select(_ => new float[subjects.Length])];
        Parallel.For(
            0,
            (subjects.Length + Width - 1) / Width,
            () => new FeatureRow(histories, days, cut, known.GapDays),
            (range, _, row) =>
            {
                int end = Math.Min(subjects.Length, (range + 1) * Width);
                for (int place = range * Width; place < end; place++)
                {
                    ReadOnlySpan<float> values = row.Read(histories[subjects[place]].Until(cut));
                    for (int feature = 0; feature < values.Length; feature++)
                    {
                        columns[feature][place] = values[feature];
                    }
                }

                return row;
            },
            _ => { });
        return new FeatureValues(subjects, columns);
    }
}

using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Features;

/// <summary>The attributes (country, size, sector...) by which customers can be told apart, and their values as known at a date.</summary>
public static class AttributeScan
{
    private const int MostAttributes = 8;
    private const int MostValues = 40;
    private const double LeastShare = 0.01;
    private const int Width = 16_384;

    /// <summary>The attributes that tell customers apart: known of one in a hundred at least, with 2 to 40 values; the best known ones, eight at most.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="cut">Facts after it do not count.</param>
    /// <returns>Their terms, in the ordinal order of their texts.</returns>
    public static int[] Telling(HistoryBase histories, Instant cut)
    {
        int subjects = 0;
        var known = SubjectRanges.Fold(
            histories.SubjectCount,
            () => new Dictionary<int, Dictionary<long, int>>(),
            (counts, from, to) =>
            {
                int seen = 0;
                for (int subject = from; subject < to; subject++)
                {
                    History history = histories[subject].Until(cut);
                    seen += history.IsEmpty ? 0 : 1;
                    foreach (ref readonly Fact fact in history.Facts)
                    {
                        if (fact.Kind == FactKind.AttributeChanged)
                        {
                            Dictionary<long, int> values = Values(counts, fact.Item);
                            values[fact.Value] = values.GetValueOrDefault(fact.Value) + 1;
                        }
                    }
                }

                Interlocked.Add(ref subjects, seen);
            },
            (sum, next) =>
            {
                foreach ((int attribute, Dictionary<long, int> values) in next)
                {
                    Dictionary<long, int> into = Values(sum, attribute);
                    foreach ((long value, int count) in values)
                    {
                        into[value] = into.GetValueOrDefault(value) + count;
                    }
                }
            });
        return
        [
            .. known
                .Where(entry => entry.Value.Count is >= 2 and <= MostValues && entry.Value.Values.Sum() >= LeastShare * subjects)
                .OrderByDescending(entry => entry.Value.Values.Sum())
                .ThenBy(entry => histories.Vocabulary.TextOf(entry.Key), StringComparer.Ordinal)
                .Take(MostAttributes)
                .Select(entry => entry.Key)
                .OrderBy(attribute => histories.Vocabulary.TextOf(attribute), StringComparer.Ordinal),
        ];
    }

    /// <summary>The value of attributes at a date.</summary>
    /// <param name="histories">The base.</param>
    /// <param name="cut">Changes after it do not count.</param>
    /// <param name="subjects">The customers asked for, by index.</param>
    /// <param name="attributes">The attributes' terms.</param>
    /// <returns>A column an attribute: the term of the value of each customer, <see cref="float.NaN"/> where it is not known.</returns>
    public static float[][] Compute(HistoryBase histories, Instant cut, int[] subjects, int[] attributes)
    {
        float[][] columns = [.. attributes.Select(_ => new float[subjects.Length])];
        Array.ForEach(columns, column => Array.Fill(column, float.NaN));
        Parallel.For(0, (subjects.Length + Width - 1) / Width, range =>
        {
            int end = Math.Min(subjects.Length, (range + 1) * Width);
            for (int row = range * Width; row < end; row++)
            {
                foreach (ref readonly Fact fact in histories[subjects[row]].Until(cut).Facts)
                {
                    if (fact.Kind == FactKind.AttributeChanged && Array.IndexOf(attributes, fact.Item) is >= 0 and int column)
                    {
                        columns[column][row] = fact.Value;
                    }
                }
            }
        });
        return columns;
    }

    private static Dictionary<long, int> Values(Dictionary<int, Dictionary<long, int>> counts, int attribute)
    {
        if (!counts.TryGetValue(attribute, out Dictionary<long, int>? values))
        {
            counts[attribute] = values = [];
        }

        return values;
    }
}

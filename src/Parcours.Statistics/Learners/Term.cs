using System.Collections.Immutable;

namespace Parcours.Statistics.Learners;

/// <summary>One column of the design: a number, a code of a category, or the fact of being missing, standardised.</summary>
/// <param name="Feature">The feature's name.</param>
/// <param name="Column">Its place in the table learnt from.</param>
/// <param name="Kind">What is read.</param>
/// <param name="Level">The code, for a level.</param>
/// <param name="Mean">Its mean where learnt; a missing number stands at the mean.</param>
/// <param name="Deviation">Its standard deviation where learnt, above 0.</param>
internal sealed record Term(string Feature, int Column, TermKind Kind, float Level, double Mean, double Deviation)
{
    // More codes than this share the reference with the commonest one: rare codes teach little, and each costs a column.
    private const int MostLevels = 30;

    public string Name => Kind switch
    {
        TermKind.Number => Feature,
        TermKind.Missing => $"{Feature} missing",
        TermKind.Level => FormattableString.Invariant($"{Feature} = {Level}"),
    };

    public double Standardise(float value) => Kind switch
    {
        TermKind.Number => float.IsNaN(value) ? 0 : (value - Mean) / Deviation,
        TermKind.Missing => ((float.IsNaN(value) ? 1 : 0) - Mean) / Deviation,
        TermKind.Level => ((value == Level ? 1 : 0) - Mean) / Deviation,
    };

    public void Fill(ReadOnlySpan<float> values, Span<double> standardised)
    {
        if (Kind == TermKind.Number)
        {
            double scale = 1 / Deviation;
            for (int row = 0; row < values.Length; row++)
            {
                float value = values[row];
                standardised[row] = float.IsNaN(value) ? 0 : (value - Mean) * scale;
            }

            return;
        }

        for (int row = 0; row < values.Length; row++)
        {
            standardised[row] = Standardise(values[row]);
        }
    }

    /// <summary>The terms of all features, in order.</summary>
    public static Term[] Of(FeatureTable features, double[]? weights) =>
        [.. features.Columns.SelectMany((feature, column) => Of(feature, column, weights))];

    /// <summary>What was learnt of each term, from standardised coefficients and their covariance.</summary>
    /// <param name="first">The place of the first term's coefficient: 1 after an intercept.</param>
    public static ImmutableArray<Coefficient> Coefficients(Term[] terms, double[] standardised, double[,] covariance, int first) =>
    [
        .. terms.Select((term, j) => new Coefficient(
            term.Name,
            term.Feature,
            standardised[j + first] / term.Deviation,
            Math.Sqrt(covariance[j + first, j + first]) / term.Deviation,
            standardised[j + first])),
    ];

    // A term that is the same for all rows is left out.
    private static List<Term> Of(FeatureColumn feature, int column, double[]? weights)
    {
        var terms = new List<Term>();
        (double all, double present) = Totals(feature, weights);
        if (feature.Kind == FeatureKind.Number && present > 0)
        {
            (double mean, double deviation) = Moments(feature.Values.Span, weights, all, present);
            if (deviation > 0)
            {
                terms.Add(new(feature.Name, column, TermKind.Number, 0, mean, deviation));
            }
        }
        else if (feature.Kind == FeatureKind.Category)
        {
            terms.AddRange(
                Levels(feature.Values.Span, weights)
                    .OrderByDescending(level => level.Weight).ThenBy(level => level.Code)
                    .Skip(1).Take(MostLevels)
                    .Select(level => Indicator(feature.Name, column, TermKind.Level, level.Code, level.Weight / all)));
        }

        if (present > 0 && present < all)
        {
            terms.Add(Indicator(feature.Name, column, TermKind.Missing, 0, (all - present) / all));
        }

        return terms;
    }

    private static Term Indicator(string feature, int column, TermKind kind, float level, double share) =>
        new(feature, column, kind, level, share, Math.Sqrt(share * (1 - share)));

    private static (double All, double Present) Totals(FeatureColumn feature, double[]? weights)
    {
        ReadOnlySpan<float> values = feature.Values.Span;
        double all = 0;
        double present = 0;
        for (int row = 0; row < values.Length; row++)
        {
            double weight = weights is null ? 1 : weights[row];
            all += weight;
            present += float.IsNaN(values[row]) ? 0 : weight;
        }

        return (all, present);
    }

    // Missing values stand at the mean, so they add nothing to the squares.
    private static (double Mean, double Deviation) Moments(ReadOnlySpan<float> values, double[]? weights, double all, double present)
    {
        double sum = 0;
        for (int row = 0; row < values.Length; row++)
        {
            sum += float.IsNaN(values[row]) ? 0 : (weights is null ? 1 : weights[row]) * values[row];
        }

        double mean = sum / present;
        double squares = 0;
        for (int row = 0; row < values.Length; row++)
        {
            double away = float.IsNaN(values[row]) ? 0 : values[row] - mean;
            squares += (weights is null ? 1 : weights[row]) * away * away;
        }

        // A constant column leaves the rounding of its mean.
        double deviation = Math.Sqrt(squares / all);
        return (mean, deviation > 1e-9 * Math.Abs(mean) ? deviation : 0);
    }

    private static IEnumerable<(float Code, double Weight)> Levels(ReadOnlySpan<float> codes, double[]? weights)
    {
        var levels = new Dictionary<float, double>();
        for (int row = 0; row < codes.Length; row++)
        {
            double weight = weights is null ? 1 : weights[row];
            if (!float.IsNaN(codes[row]) && weight > 0)
            {
                levels[codes[row]] = levels.GetValueOrDefault(codes[row]) + weight;
            }
        }

        return levels.Select(level => (level.Key, level.Value));
    }
}

/// <summary>What a term reads of its feature.</summary>
internal enum TermKind
{
    Number,
    Missing,
    Level,
}

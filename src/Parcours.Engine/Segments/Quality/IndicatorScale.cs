using Parcours.Domain.Features;

namespace Parcours.Engine.Segments.Quality;

/// <summary>
/// Customers as points whose distances mean something: each indicator of mean 0 and spread 1 over a sample, counts, days and amounts on the scale of their logarithm. What is not known
/// of a customer stands at the mean. An indicator that most have not, or that is the same for nine in ten, is left out: on its own scale the few who differ would outweigh everything else.
/// </summary>
internal sealed class IndicatorScale
{
    private const double LeastKnown = 0.5;
    private const double LeastDiffering = 0.1;

    private readonly (double Mean, double Spread)[] _axes;

    private IndicatorScale(CustomerIndicator[] indicators, (double Mean, double Spread)[] axes) => (Indicators, _axes) = (indicators, axes);

    /// <summary>The indicators that tell the sample's customers apart.</summary>
    public IReadOnlyList<CustomerIndicator> Indicators { get; }

    /// <summary>The scale of a sample.</summary>
    public static IndicatorScale Of(FeatureValues sample)
    {
        List<CustomerIndicator> indicators = [];
        List<(double, double)> axes = [];
        foreach (CustomerIndicator indicator in CustomerIndicator.All)
        {
            double[] known = [.. sample[indicator.Feature.Id].Where(value => !float.IsNaN(value)).Select(value => Scaled(indicator, value))];
            if (known.Length == 0 || known.Length < LeastKnown * sample.Subjects.Length || known.Length - MostCommon(known) < LeastDiffering * known.Length)
            {
                continue;
            }

            double mean = known.Average();
            indicators.Add(indicator);
            axes.Add((mean, Math.Sqrt(known.Sum(value => (value - mean) * (value - mean)) / known.Length)));
        }

        return new IndicatorScale([.. indicators], [.. axes]);
    }

    /// <summary>The customers as points, by row.</summary>
    public double[][] Points(FeatureValues values)
    {
        double[][] points = [.. values.Subjects.Select(_ => new double[_axes.Length])];
        for (int axis = 0; axis < _axes.Length; axis++)
        {
            CustomerIndicator indicator = Indicators[axis];
            (double mean, double spread) = _axes[axis];
            float[] column = values[indicator.Feature.Id];
            for (int row = 0; row < column.Length; row++)
            {
                points[row][axis] = float.IsNaN(column[row]) ? 0 : (Scaled(indicator, column[row]) - mean) / spread;
            }
        }

        return points;
    }

    private static int MostCommon(double[] values) => values.CountBy(value => value).Max(value => value.Value);

    private static double Scaled(CustomerIndicator indicator, float value) =>
        indicator.Feature.Unit is FeatureUnit.Count or FeatureUnit.Days or FeatureUnit.Money ? Math.Log(1 + Math.Max(0, value)) : value;
}

namespace Parcours.Statistics.Numerics;

/// <summary>A smooth curve known at the Chebyshev points of an interval, and the polynomial through them elsewhere (Berrut and Trefethen 2004, barycentric form).</summary>
internal sealed class ChebyshevCurve
{
    private readonly double[] _points;
    private readonly double[] _values;

    /// <summary>Takes <paramref name="curve"/> at <paramref name="count"/> points, 2 or more, from <paramref name="low"/> to <paramref name="high"/>, ends included.</summary>
    public ChebyshevCurve(double low, double high, int count, Func<double, double> curve)
    {
        _points = new double[count];
        _values = new double[count];
        for (int i = 0; i < count; i++)
        {
            _points[i] = low + ((high - low) * (1 - Math.Cos(Math.PI * i / (count - 1))) / 2);
            _values[i] = curve(_points[i]);
        }
    }

    /// <summary>The curve at <paramref name="x"/>, inside the interval.</summary>
    public double At(double x)
    {
        double over = 0;
        double under = 0;
        for (int i = 0; i < _points.Length; i++)
        {
            double gap = x - _points[i];
            if (gap == 0)
            {
                return _values[i];
            }

            double weight = (i % 2 == 0 ? 1 : -1) * (i == 0 || i == _points.Length - 1 ? 0.5 : 1) / gap;
            over += weight * _values[i];
            under += weight;
        }

        return over / under;
    }
}

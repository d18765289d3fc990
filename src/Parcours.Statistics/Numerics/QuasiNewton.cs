namespace Parcours.Statistics.Numerics;

/// <summary>Minimises a smooth function of a few variables inside a box, by BFGS steps projected onto the box (Nocedal and Wright 2006, chapters 6 and 16).</summary>
internal static class QuasiNewton
{
    /// <summary>The default size of gradient taken for zero; scale the function so that its value is near 1 (a mean, not a sum).</summary>
    public const double GradientTolerance = 1e-9;

    private const int MostIterations = 300;
    private const double LongestStep = 2;

    /// <summary>The best of the minima reached from each of <paramref name="starts"/>; iterations are those of all of them.</summary>
    public static Minimum BestOf(IEnumerable<double[]> starts, Objective objective, double[] lower, double[] upper)
    {
        Minimum? best = null;
        int iterations = 0;
        foreach (double[] start in starts)
        {
            Minimum found = Minimise(objective, start, lower, upper);
            iterations += found.Iterations;
            best = best is null || found.Value < best.Value ? found : best;
        }

        return best! with { Iterations = iterations };
    }

    /// <summary>Goes downhill from <paramref name="start"/>, moved into the box when it is outside.</summary>
    /// <param name="objective">May return a value that is not finite: the step is then shortened.</param>
    /// <param name="start">One value per variable.</param>
    /// <param name="lower">The box's lower corner.</param>
    /// <param name="upper">The box's upper corner.</param>
    /// <param name="inverseHessian">What to think of the curvature at first; null: learned from the first step.</param>
    /// <param name="tolerance">The largest component of the gradient taken for zero.</param>
    public static Minimum Minimise(
        Objective objective, double[] start, double[] lower, double[] upper, double[,]? inverseHessian = null, double tolerance = GradientTolerance)
    {
        int size = start.Length;
        var point = new double[size];
        for (int i = 0; i < size; i++)
        {
            point[i] = Math.Clamp(start[i], lower[i], upper[i]);
        }

        var gradient = new double[size];
        double value = objective(point, gradient);
        double[,] inverse = inverseHessian is null ? Identity(size) : (double[,])inverseHessian.Clone();
        bool learned = inverseHessian is not null;
        var next = new double[size];
        var nextGradient = new double[size];
        int iteration = 0;
        bool converged = false;
        bool restarted = false;
        for (; iteration < MostIterations && double.IsFinite(value); iteration++)
        {
            bool[] held = Held(point, gradient, lower, upper);
            double size0 = Largest(gradient, held);
            if (size0 <= tolerance)
            {
                converged = true;
                break;
            }

            double[] step = Direction(inverse, gradient, held);
            double slope = Dot(step, gradient);
            if (slope >= 0)
            {
                inverse = Identity(size);
                learned = false;
                step = Direction(inverse, gradient, held);
                slope = Dot(step, gradient);
            }

            Shorten(step, ref slope);
            double nextValue = Search(objective, point, value, gradient, held, step, slope, lower, upper, next, nextGradient, size0);
            if (double.IsNaN(nextValue))
            {
                // No step helps: once more along the plain gradient, and then what is left is rounding.
                if (restarted || !learned)
                {
                    converged = size0 <= Math.Sqrt(tolerance) * 0.1;
                    break;
                }

                inverse = Identity(size);
                learned = false;
                restarted = true;
                continue;
            }

            restarted = false;
            Update(ref inverse, ref learned, point, gradient, next, nextGradient);
            (point, next) = (next, point);
            (gradient, nextGradient) = (nextGradient, gradient);
            value = nextValue;
        }

        var atBound = new bool[size];
        for (int i = 0; i < size; i++)
        {
            atBound[i] = point[i] <= lower[i] || point[i] >= upper[i];
        }

        return new Minimum(point, value, inverse, converged, iteration, atBound);
    }

    // Backtracks until the value falls enough, or no longer differs but the gradient has shrunk (rounding hides the fall near the minimum). NaN: no such step.
    private static double Search(
        Objective objective, double[] point, double value, double[] gradient, bool[] held, double[] step, double slope,
        double[] lower, double[] upper, double[] next, double[] nextGradient, double size0)
    {
        double rounding = 1e-14 * Math.Max(1, Math.Abs(value));
        double length = 1;
        for (int attempt = 0; attempt < 40; attempt++)
        {
            for (int i = 0; i < point.Length; i++)
            {
                next[i] = Math.Clamp(point[i] + (length * step[i]), lower[i], upper[i]);
            }

            double found = objective(next, nextGradient);
            if (double.IsFinite(found))
            {
                double fall = 0;
                for (int i = 0; i < point.Length; i++)
                {
                    fall += gradient[i] * (next[i] - point[i]);
                }

                if (found <= value + (1e-4 * fall) && found < value)
                {
                    return found;
                }

                if (found <= value + rounding && Largest(nextGradient, Held(next, nextGradient, lower, upper)) < 0.9 * size0)
                {
                    return found;
                }
            }

            // The minimum of the parabola through the two values and the slope, kept within a tenth and a half.
            double bend = found - value - (length * slope);
            double factor = double.IsFinite(bend) && bend > 0 ? -slope * length / (2 * bend) : 0.2;
            length *= Math.Clamp(factor, 0.1, 0.5);
        }

        return double.NaN;
    }

    private static void Update(ref double[,] inverse, ref bool learned, double[] point, double[] gradient, double[] next, double[] nextGradient)
    {
        int size = point.Length;
        var s = new double[size];
        var y = new double[size];
        for (int i = 0; i < size; i++)
        {
            s[i] = next[i] - point[i];
            y[i] = nextGradient[i] - gradient[i];
        }

        double curvature = Dot(s, y);
        if (!(curvature > 1e-12 * Math.Sqrt(Dot(s, s) * Dot(y, y))))
        {
            return;
        }

        if (!learned)
        {
            double scale = curvature / Dot(y, y);
            for (int i = 0; i < size; i++)
            {
                inverse[i, i] = scale;
            }

            learned = true;
        }

        var hy = new double[size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                hy[i] += inverse[i, j] * y[j];
            }
        }

        double grow = (1 + (Dot(y, hy) / curvature)) / curvature;
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                inverse[i, j] += (grow * s[i] * s[j]) - (((hy[i] * s[j]) + (s[i] * hy[j])) / curvature);
            }
        }
    }

    private static void Shorten(double[] step, ref double slope)
    {
        double longest = 0;
        foreach (double part in step)
        {
            longest = Math.Max(longest, Math.Abs(part));
        }

        if (longest > LongestStep)
        {
            for (int i = 0; i < step.Length; i++)
            {
                step[i] *= LongestStep / longest;
            }

            slope *= LongestStep / longest;
        }
    }

    private static double[] Direction(double[,] inverse, double[] gradient, bool[] held)
    {
        int size = gradient.Length;
        var step = new double[size];
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size && !held[i]; j++)
            {
                step[i] -= held[j] ? 0 : inverse[i, j] * gradient[j];
            }
        }

        return step;
    }

    // A coordinate is held when it stands on a bound and going downhill would cross it.
    private static bool[] Held(double[] point, double[] gradient, double[] lower, double[] upper)
    {
        var held = new bool[point.Length];
        for (int i = 0; i < point.Length; i++)
        {
            held[i] = (point[i] <= lower[i] && gradient[i] > 0) || (point[i] >= upper[i] && gradient[i] < 0);
        }

        return held;
    }

    private static double Largest(double[] gradient, bool[] held)
    {
        double largest = 0;
        for (int i = 0; i < gradient.Length; i++)
        {
            largest = held[i] ? largest : Math.Max(largest, Math.Abs(gradient[i]));
        }

        return largest;
    }

    private static double Dot(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static double[,] Identity(int size)
    {
        var identity = new double[size, size];
        for (int i = 0; i < size; i++)
        {
            identity[i, i] = 1;
        }

        return identity;
    }
}

/// <summary>A function to minimise: its value at <paramref name="point"/>, with its gradient written into <paramref name="gradient"/>.</summary>
internal delegate double Objective(ReadOnlySpan<double> point, Span<double> gradient);

/// <summary>Where a minimisation ended.</summary>
/// <param name="Point">The best point met.</param>
/// <param name="Value">The function there.</param>
/// <param name="InverseHessian">The last estimate of the inverse Hessian, a good beginning for a nearby problem.</param>
/// <param name="Converged">Whether the gradient vanished there, along every coordinate that is not held by a bound.</param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="AtBound">Which coordinates ended on a bound.</param>
internal sealed record Minimum(double[] Point, double Value, double[,] InverseHessian, bool Converged, int Iterations, bool[] AtBound);

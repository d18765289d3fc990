using System.Runtime.CompilerServices;

namespace Parcours.Statistics.Boosting;

/// <summary>
/// Gradients and curvatures as whole numbers, so that their sums are exact and the same in any order: a row is 32 bits of gradient and 32 of curvature. A
/// sum keeps the gradient in one long and, in another, the curvature below bit 40 and the number of rows above it.
/// </summary>
internal readonly struct GradientScale
{
    public const int CountShift = 40;

    /// <summary>The number of rows must fit above the curvature.</summary>
    public const int MostRows = (1 << 23) - 1;

    private const double Largest = 1 << 30;
    private const long CurvatureMask = (1L << CountShift) - 1;
    private readonly double _gradient;
    private readonly double _curvature;

    /// <summary>Scales so that no sum over all rows overflows.</summary>
    public GradientScale(double largestGradient, double largestCurvature, int rows)
    {
        _gradient = Largest / largestGradient;
        _curvature = Math.Min(Largest, Math.Floor((CurvatureMask - 1.0) / rows) - 1) / largestCurvature;
    }

    public static int Rows(long packed) => (int)(packed >> CountShift);

    public double Gradient(long sum) => sum / _gradient;

    public double Curvature(long packed) => (packed & CurvatureMask) / _curvature;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long Pack(double gradient, double curvature) =>
        ((long)Math.Round(curvature * _curvature) << 32) | (uint)(int)Math.Round(gradient * _gradient);
}

using System.Runtime.Intrinsics;

namespace Parcours.Statistics.Boosting;

/// <summary>Adds up gradients by bin (Ke et al., "LightGBM: a highly efficient gradient boosting decision tree", NIPS 2017, algorithm 1).</summary>
internal static class HistogramBuilder
{
    public const int Bins = 256;

    /// <summary>Adds rows to the histograms of two features, which hide each other's latency.</summary>
    /// <param name="rows">Which rows; empty for all, in order.</param>
    /// <param name="gradients">The gradients of those rows, in the same order.</param>
    public static unsafe void AddPair(
        ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ReadOnlySpan<int> rows, ReadOnlySpan<long> gradients, Span<Sums> firstSums, Span<Sums> secondSums)
    {
        Vector128<long> oneRow = Vector128.Create(0, 1L << GradientScale.CountShift);
        fixed (byte* a = first, b = second)
        fixed (int* row = rows)
        fixed (long* gradient = gradients)
        fixed (Sums* sumsA = firstSums, sumsB = secondSums)
        {
            var intoA = (Vector128<long>*)sumsA;
            var intoB = (Vector128<long>*)sumsB;
            if (rows.IsEmpty)
            {
                for (int i = 0; i < gradients.Length; i++)
                {
                    Vector128<long> add = Vector128.WidenLower(Vector128.CreateScalarUnsafe(gradient[i]).AsInt32()) + oneRow;
                    intoA[a[i]] += add;
                    intoB[b[i]] += add;
                }

                return;
            }

            for (int i = 0; i < gradients.Length; i++)
            {
                Vector128<long> add = Vector128.WidenLower(Vector128.CreateScalarUnsafe(gradient[i]).AsInt32()) + oneRow;
                intoA[a[row[i]]] += add;
                intoB[b[row[i]]] += add;
            }
        }
    }
}

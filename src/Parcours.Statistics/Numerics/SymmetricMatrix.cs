namespace Parcours.Statistics.Numerics;

/// <summary>Small symmetric matrices, stored in full.</summary>
internal static class SymmetricMatrix
{
    /// <summary>The lower triangle L with L Lᵀ = <paramref name="matrix"/>, or null when the matrix is not positive definite.</summary>
    public static double[,]? Cholesky(double[,] matrix)
    {
        int size = matrix.GetLength(0);
        var lower = new double[size, size];
        for (int column = 0; column < size; column++)
        {
            double pivot = matrix[column, column];
            for (int k = 0; k < column; k++)
            {
                pivot -= lower[column, k] * lower[column, k];
            }

            // Below the rounding of the diagonal itself nothing can be told from zero; a NaN ends here too.
            if (!(pivot > Math.Abs(matrix[column, column]) * 1e-14))
            {
                return null;
            }

            lower[column, column] = Math.Sqrt(pivot);
            for (int row = column + 1; row < size; row++)
            {
                double sum = matrix[row, column];
                for (int k = 0; k < column; k++)
                {
                    sum -= lower[row, k] * lower[column, k];
                }

                lower[row, column] = sum / lower[column, column];
            }
        }

        return lower;
    }

    /// <summary>The inverse of a positive definite <paramref name="matrix"/>, or null when it is not positive definite.</summary>
    public static double[,]? Inverse(double[,] matrix)
    {
        if (Cholesky(matrix) is not { } lower)
        {
            return null;
        }

        int size = matrix.GetLength(0);
        var inverse = new double[size, size];
        var column = new double[size];
        for (int at = 0; at < size; at++)
        {
            Array.Clear(column);
            column[at] = 1;
            SolveInPlace(lower, column);
            for (int row = 0; row < size; row++)
            {
                inverse[row, at] = column[row];
            }
        }

        for (int row = 0; row < size; row++)
        {
            for (int other = 0; other < row; other++)
            {
                inverse[row, other] = inverse[other, row] = (inverse[row, other] + inverse[other, row]) / 2;
            }
        }

        return inverse;
    }

    /// <summary>Replaces b by the solution x of L Lᵀ x = b.</summary>
    public static void SolveInPlace(double[,] lower, Span<double> b)
    {
        int size = b.Length;
        for (int row = 0; row < size; row++)
        {
            for (int k = 0; k < row; k++)
            {
                b[row] -= lower[row, k] * b[k];
            }

            b[row] /= lower[row, row];
        }

        for (int row = size - 1; row >= 0; row--)
        {
            for (int k = row + 1; k < size; k++)
            {
                b[row] -= lower[k, row] * b[k];
            }

            b[row] /= lower[row, row];
        }
    }
}

namespace Parcours.Statistics.Numerics;

public sealed class SymmetricMatrixTests
{
    [Fact]
    public void Inverse_times_matrix_is_identity()
    {
        double[,] matrix = { { 4, 1, 0.5 }, { 1, 3, -0.2 }, { 0.5, -0.2, 2 } };
        double[,] inverse = SymmetricMatrix.Inverse(matrix)!;
        for (int i = 0; i < 3; i++)
        {
            for (int j = 0; j < 3; j++)
            {
                double sum = 0;
                for (int k = 0; k < 3; k++)
                {
                    sum += matrix[i, k] * inverse[k, j];
                }

                Assert.Equal(i == j ? 1 : 0, sum, 1e-14);
            }
        }
    }

    [Fact]
    public void Matrix_that_is_not_positive_definite_has_no_inverse()
    {
        Assert.Null(SymmetricMatrix.Inverse(new double[,] { { 1, 2 }, { 2, 1 } }));
        Assert.Null(SymmetricMatrix.Inverse(new double[,] { { 1, 1 }, { 1, 1 } }));
        Assert.Null(SymmetricMatrix.Inverse(new double[,] { { double.NaN } }));
    }
}

namespace Parcours.Statistics.Recommendation;

/// <summary>Solves (G + shrinkage I) b = g for small symmetric G by Cholesky's method, in space kept from one system to the next.</summary>
internal sealed class RidgeSystem(int largest)
{
    private const int MostTries = 8;

    private readonly double[] _matrix = new double[largest * largest];
    private readonly double[] _lower = new double[largest * largest];

    /// <summary>The answer to the last system solved.</summary>
    public double[] Solution { get; } = new double[largest];

    /// <summary>Solves a system. Counts that were pruned may leave G indefinite: the diagonal is then raised tenfold until the factor exists.</summary>
    public void Solve(int size, double shrinkage, Func<int, int, double> matrix, Func<int, double> right)
    {
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                _matrix[(i * size) + j] = matrix(i, j);
            }
        }

        double raised = Math.Max(shrinkage, 1e-6);
        for (int attempt = 0; attempt < MostTries && !TryFactor(size, raised); attempt++)
        {
            raised *= 10;
        }

        for (int i = 0; i < size; i++)
        {
            double sum = right(i);
            for (int k = 0; k < i; k++)
            {
                sum -= _lower[(i * size) + k] * Solution[k];
            }

            Solution[i] = sum / _lower[(i * size) + i];
        }

        for (int i = size - 1; i >= 0; i--)
        {
            double sum = Solution[i];
            for (int k = i + 1; k < size; k++)
            {
                sum -= _lower[(k * size) + i] * Solution[k];
            }

            Solution[i] = sum / _lower[(i * size) + i];
        }
    }

    private bool TryFactor(int size, double raised)
    {
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double sum = _matrix[(i * size) + j] + (i == j ? raised : 0);
                for (int k = 0; k < j; k++)
                {
                    sum -= _lower[(i * size) + k] * _lower[(j * size) + k];
                }

                if (i == j && sum <= 1e-9)
                {
                    return false;
                }

                _lower[(i * size) + j] = i == j ? Math.Sqrt(sum) : sum / _lower[(j * size) + j];
            }
        }

        return true;
    }
}

using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Logistic;

/// <summary>
/// The log-likelihood of a logistic regression with its gradient and information matrix, in one pass over the rows. Rows are cut into strips of fixed size
/// whose sums are added in order: the result is the same on any number of threads.
/// </summary>
internal sealed class LogisticLikelihood(BinarySample sample, Term[] terms, int threads)
{
    private const int StripRows = 8192;
    private const int BlockRows = 512;

    /// <summary>The intercept and one coefficient a term.</summary>
    public int Size => terms.Length + 1;

    public LikelihoodPoint At(double[] coefficients)
    {
        int rows = sample.Features.RowCount;
        var strips = new Sums[(rows + StripRows - 1) / StripRows];
        Parallel.For(0, strips.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, strip =>
            strips[strip] = SumStrip(strip * StripRows, Math.Min(rows, (strip + 1) * StripRows), coefficients));

        var total = new Sums(Size);
        foreach (Sums strip in strips)
        {
            total.Add(strip);
        }

        var information = new double[Size, Size];
        int at = 0;
        for (int row = 0; row < Size; row++)
        {
            for (int column = 0; column <= row; column++)
            {
                information[row, column] = information[column, row] = total.Information[at++];
            }
        }

        return new(total.LogLikelihood, total.Gradient, information);
    }

    private Sums SumStrip(int first, int end, double[] coefficients)
    {
        var sums = new Sums(Size);
        double[] design = new double[Size * BlockRows];
        double[] scratch = new double[3 * BlockRows];
        for (int start = first; start < end; start += BlockRows)
        {
            SumBlock(start, Math.Min(BlockRows, end - start), coefficients, design, scratch, sums);
        }

        return sums;
    }

    private void SumBlock(int start, int rows, double[] coefficients, double[] design, double[] scratch, Sums sums)
    {
        // Rows past the end weigh nothing, whatever the last block left there.
        design.AsSpan(0, BlockRows).Fill(1);
        for (int term = 0; term < terms.Length; term++)
        {
            terms[term].Fill(sample.Features.Columns[terms[term].Column].Values.Span.Slice(start, rows), design.AsSpan((term + 1) * BlockRows, rows));
        }

        Span<double> score = scratch.AsSpan(0, BlockRows);
        Span<double> residual = scratch.AsSpan(BlockRows, BlockRows);
        Span<double> variance = scratch.AsSpan(2 * BlockRows, BlockRows);
        score.Clear();
        residual.Clear();
        variance.Clear();
        Span<Vector256<double>> scores = Vectors(score);
        for (int j = 0; j < Size; j++)
        {
            Span<Vector256<double>> column = Column(design, j);
            var coefficient = Vector256.Create(coefficients[j]);
            for (int i = 0; i < scores.Length; i++)
            {
                scores[i] += coefficient * column[i];
            }
        }

        ReadOnlySpan<bool> outcomes = sample.Outcomes.AsSpan(start, rows);
        for (int row = 0; row < rows; row++)
        {
            double weight = sample.Weights is null ? 1 : sample.Weights[start + row];
            double small = Math.Exp(-Math.Abs(score[row]));
            double far = 1 / (1 + small);
            double probability = score[row] >= 0 ? far : small * far;
            double outcome = outcomes[row] ? 1 : 0;
            sums.LogLikelihood += weight * ((outcome * score[row]) - Math.Max(0, score[row]) - Math.Log(1 + small));
            residual[row] = weight * (outcome - probability);
            variance[row] = weight * small * far * far;
        }

        AddInformation(design, Vectors(residual), Vectors(variance), scores, sums);
    }

    // Four products at a time share one reading of the weighted column.
    private void AddInformation(
        double[] design, ReadOnlySpan<Vector256<double>> residual, ReadOnlySpan<Vector256<double>> variance, Span<Vector256<double>> weighted, Sums sums)
    {
        int at = 0;
        for (int j = 0; j < Size; j++)
        {
            ReadOnlySpan<Vector256<double>> column = Column(design, j);
            Vector256<double> slope = default;
            for (int i = 0; i < weighted.Length; i++)
            {
                slope += residual[i] * column[i];
                weighted[i] = variance[i] * column[i];
            }

            sums.Gradient[j] += Vector256.Sum(slope);
            int k = 0;
            for (; k + 3 <= j; k += 4)
            {
                ReadOnlySpan<Vector256<double>> a = Column(design, k);
                ReadOnlySpan<Vector256<double>> b = Column(design, k + 1);
                ReadOnlySpan<Vector256<double>> c = Column(design, k + 2);
                ReadOnlySpan<Vector256<double>> d = Column(design, k + 3);
                Vector256<double> sumA = default;
                Vector256<double> sumB = default;
                Vector256<double> sumC = default;
                Vector256<double> sumD = default;
                for (int i = 0; i < weighted.Length; i++)
                {
                    Vector256<double> w = weighted[i];
                    sumA += w * a[i];
                    sumB += w * b[i];
                    sumC += w * c[i];
                    sumD += w * d[i];
                }

                sums.Information[at++] += Vector256.Sum(sumA);
                sums.Information[at++] += Vector256.Sum(sumB);
                sums.Information[at++] += Vector256.Sum(sumC);
                sums.Information[at++] += Vector256.Sum(sumD);
            }

            for (; k <= j; k++)
            {
                ReadOnlySpan<Vector256<double>> a = Column(design, k);
                Vector256<double> sum = default;
                for (int i = 0; i < weighted.Length; i++)
                {
                    sum += weighted[i] * a[i];
                }

                sums.Information[at++] += Vector256.Sum(sum);
            }
        }
    }

    private static Span<Vector256<double>> Column(double[] design, int column) => Vectors(design.AsSpan(column * BlockRows, BlockRows));

    private static Span<Vector256<double>> Vectors(Span<double> values) => MemoryMarshal.Cast<double, Vector256<double>>(values);

    private sealed class Sums(int size)
    {
        public double LogLikelihood { get; set; }

        public double[] Gradient { get; } = new double[size];

        // The lower triangle, row by row.
        public double[] Information { get; } = new double[size * (size + 1) / 2];

        public void Add(Sums other)
        {
            LogLikelihood += other.LogLikelihood;
            for (int i = 0; i < Gradient.Length; i++)
            {
                Gradient[i] += other.Gradient[i];
            }

            for (int i = 0; i < Information.Length; i++)
            {
                Information[i] += other.Information[i];
            }
        }
    }
}

using System.Collections.Immutable;
using Parcours.Statistics.Learners;
using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Logistic;

/// <summary>A fitted logistic regression.</summary>
public sealed class LogisticModel : IBinaryModel
{
    private const int StripRows = 8192;

    private readonly ImmutableArray<string> _features;
    private readonly Term[] _terms;
    private readonly double[] _standardised;

    internal LogisticModel(FeatureTable features, Term[] terms, Summit summit)
    {
        _features = [.. features.Columns.Select(column => column.Name)];
        _terms = terms;
        _standardised = summit.Coefficients;
        LogLikelihood = summit.LogLikelihood;
        Iterations = summit.Steps;
        Coefficients = Term.Coefficients(terms, summit.Coefficients, summit.Covariance, 1);

        // At zero of every term rather than at its mean.
        double[] toZero = [1, .. terms.Select(term => -term.Mean / term.Deviation)];
        double variance = 0;
        for (int j = 0; j < toZero.Length; j++)
        {
            Intercept += toZero[j] * _standardised[j];
            for (int k = 0; k < toZero.Length; k++)
            {
                variance += toZero[j] * summit.Covariance[j, k] * toZero[k];
            }
        }

        InterceptStandardError = Math.Sqrt(Math.Max(0, variance));
    }

    /// <summary>β₀: the log-odds where every term is 0 in its own unit.</summary>
    public double Intercept { get; }

    /// <summary>The standard error of <see cref="Intercept"/>, as for <see cref="Coefficient.StandardError"/>.</summary>
    public double InterceptStandardError { get; }

    /// <summary>One a term, in the order of the features; a feature that was the same for all rows has none.</summary>
    public ImmutableArray<Coefficient> Coefficients { get; }

    /// <summary>The log-likelihood of the sample, without the penalty, in nats, 0 or less.</summary>
    public double LogLikelihood { get; }

    /// <summary>Newton steps taken, 1 or more.</summary>
    public int Iterations { get; }

    /// <inheritdoc/>
    public double[] Predict(FeatureTable rows)
    {
        FeatureColumn[] columns = [.. _terms.Select(term => rows[term.Feature])];
        double[] probabilities = new double[rows.RowCount];
        Parallel.For(0, (rows.RowCount + StripRows - 1) / StripRows, strip =>
        {
            int first = strip * StripRows;
            Span<double> scores = probabilities.AsSpan(first, Math.Min(StripRows, probabilities.Length - first));
            double[] values = new double[scores.Length];
            scores.Fill(_standardised[0]);
            for (int j = 0; j < _terms.Length; j++)
            {
                _terms[j].Fill(columns[j].Values.Span.Slice(first, scores.Length), values);
                for (int row = 0; row < scores.Length; row++)
                {
                    scores[row] += _standardised[j + 1] * values[row];
                }
            }

            foreach (ref double score in scores)
            {
                score = LogSpace.OneOver1PExp(-score);
            }
        });

        return probabilities;
    }

    /// <summary>How much each feature moved one row's log-odds: its terms' standardised coefficients times how far the row is from the mean.</summary>
    /// <inheritdoc/>
    public Explanation Explain(FeatureTable rows, int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)rows.RowCount, nameof(row));
        double[] amounts = new double[_features.Length];
        for (int j = 0; j < _terms.Length; j++)
        {
            amounts[_terms[j].Column] += _standardised[j + 1] * _terms[j].Standardise(rows[_terms[j].Feature].Values.Span[row]);
        }

        return new(_standardised[0], [.. _features.Select((feature, column) => new FeatureContribution(feature, amounts[column]))]);
    }
}

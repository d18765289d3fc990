using System.Collections.Immutable;
using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Survival;

/// <summary>A fitted proportional hazards regression.</summary>
public sealed class CoxModel
{
    private readonly Term[] _terms;
    private readonly double[] _standardised;

    internal CoxModel(Term[] terms, Summit summit, double nullLogLikelihood, int endings)
    {
        _terms = terms;
        _standardised = summit.Coefficients;
        Coefficients = Term.Coefficients(terms, summit.Coefficients, summit.Covariance, 0);
        LogLikelihood = summit.LogLikelihood;
        NullLogLikelihood = nullLogLikelihood;
        Iterations = summit.Steps;
        Endings = endings;
    }

    /// <summary>One a term, in the order of the features: the logarithm of what one more unit multiplies the hazard by.</summary>
    public ImmutableArray<Coefficient> Coefficients { get; }

    /// <summary>The partial log-likelihood, in nats.</summary>
    public double LogLikelihood { get; }

    /// <summary>The partial log-likelihood with all coefficients at 0; twice the difference is a chi-square with a degree of freedom a term.</summary>
    public double NullLogLikelihood { get; }

    /// <summary>Newton steps taken, 1 or more.</summary>
    public int Iterations { get; }

    /// <summary>How many rows ended, 1 or more: below ten a term, standard errors are too small (Peduzzi et al., Journal of Clinical Epidemiology 48, 1995).</summary>
    public int Endings { get; }

    /// <summary>What each row's hazard is, over that of a row where every term is at its mean: above 0, 1 for such a row.</summary>
    /// <param name="rows">A table with the features learnt from, found by name.</param>
    /// <exception cref="ArgumentException">A feature is not in the table.</exception>
    public double[] RelativeHazards(FeatureTable rows)
    {
        FeatureColumn[] columns = [.. _terms.Select(term => rows[term.Feature])];
        double[] hazards = new double[rows.RowCount];
        for (int row = 0; row < hazards.Length; row++)
        {
            double score = 0;
            for (int j = 0; j < _terms.Length; j++)
            {
                score += _standardised[j] * _terms[j].Standardise(columns[j].Values.Span[row]);
            }

            hazards[row] = Math.Exp(score);
        }

        return hazards;
    }
}

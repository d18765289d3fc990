using Parcours.Statistics.Learners;

namespace Parcours.Statistics.Survival;

/// <summary>
/// The partial log-likelihood with Efron's ties: of d rows that end together, the l-th finds the risk set less l / d of the tied ones. Rows are met from the longest duration, so that
/// the sums over the risk set only grow.
/// </summary>
internal sealed class CoxLikelihood
{
    private readonly int _size;
    private readonly int[] _order;
    private readonly double[] _durations;
    private readonly bool[] _ended;

    // Row by row, in the order met.
    private readonly double[] _design;

    public CoxLikelihood(FeatureTable features, Term[] terms, double[] durations, bool[] ended)
    {
        _size = terms.Length;
        _durations = durations;
        _ended = ended;
        _order = [.. Enumerable.Range(0, durations.Length).OrderByDescending(row => durations[row])];
        _design = new double[_order.Length * _size];
        for (int term = 0; term < _size; term++)
        {
            ReadOnlySpan<float> values = features.Columns[terms[term].Column].Values.Span;
            for (int place = 0; place < _order.Length; place++)
            {
                _design[(place * _size) + term] = terms[term].Standardise(values[_order[place]]);
            }
        }
    }

    public LikelihoodPoint At(double[] coefficients)
    {
        double[] scores = Scores(coefficients);
        var risk = new RiskSums(_size);
        double logLikelihood = 0;
        double[] gradient = new double[_size];
        var information = new double[_size, _size];
        for (int first = 0; first < _order.Length;)
        {
            var tied = new RiskSums(_size);
            int ended = 0;
            int place = first;
            for (; place < _order.Length && _durations[_order[place]] == _durations[_order[first]]; place++)
            {
                ReadOnlySpan<double> row = _design.AsSpan(place * _size, _size);
                double hazard = Math.Exp(scores[place]);
                risk.Add(hazard, row);
                if (_ended[_order[place]])
                {
                    ended++;
                    tied.Add(hazard, row);
                    logLikelihood += scores[place];
                    for (int j = 0; j < _size; j++)
                    {
                        gradient[j] += row[j];
                    }
                }
            }

            for (int l = 0; l < ended; l++)
            {
                logLikelihood -= risk.Less(tied, (double)l / ended, gradient, information);
            }

            first = place;
        }

        return new(logLikelihood, gradient, information);
    }

    // Less the highest of them, which changes nothing but keeps exponentials finite.
    private double[] Scores(double[] coefficients)
    {
        double[] scores = new double[_order.Length];
        for (int place = 0; place < scores.Length; place++)
        {
            for (int j = 0; j < _size; j++)
            {
                scores[place] += coefficients[j] * _design[(place * _size) + j];
            }
        }

        double highest = scores.Max();
        return [.. scores.Select(score => score - highest)];
    }

    // The hazards of a set of rows, and their first and second moments.
    private sealed class RiskSums(int size)
    {
        private readonly double[] _first = new double[size];
        private readonly double[,] _second = new double[size, size];
        private double _hazard;

        public void Add(double hazard, ReadOnlySpan<double> row)
        {
            _hazard += hazard;
            for (int j = 0; j < size; j++)
            {
                double part = hazard * row[j];
                _first[j] += part;
                for (int k = 0; k <= j; k++)
                {
                    _second[j, k] += part * row[k];
                }
            }
        }

        /// <summary>Takes one ending in this set less a share of the tied rows into the gradient and the information; the logarithm of the hazard left.</summary>
        public double Less(RiskSums tied, double share, double[] gradient, double[,] information)
        {
            double hazard = _hazard - (share * tied._hazard);
            for (int j = 0; j < size; j++)
            {
                double mean = (_first[j] - (share * tied._first[j])) / hazard;
                gradient[j] -= mean;
                for (int k = 0; k <= j; k++)
                {
                    double otherMean = (_first[k] - (share * tied._first[k])) / hazard;
                    double part = ((_second[j, k] - (share * tied._second[j, k])) / hazard) - (mean * otherMean);
                    information[j, k] += part;
                    information[k, j] += k == j ? 0 : part;
                }
            }

            return Math.Log(hazard);
        }
    }
}

using Parcours.Statistics.Numerics;

namespace Parcours.Statistics.Transactions;

/// <summary>
/// Minus the mean log-likelihood of the Pareto/NBD model over grouped customers, with its gradient in the logarithms of r, alpha, s and beta.
/// For each frequency the integral runs once from the longest age down over all the ages that occur, in short pieces; a customer's own integral is the
/// difference of two such sums. A base with dates to the day has far fewer ages than groups.
/// </summary>
internal sealed class ParetoLikelihood
{
    private const int Width = 5;

    private readonly PurchaseGroups _groups;
    private readonly FrequencyRuns _runs;

    // The ages of each frequency, increasing, one frequency after the other; RunOfNode tells which.
    private readonly double[] _ages;
    private readonly int[] _runOfNode;
    private readonly int[] _lastNode;
    private readonly int[] _ageNode;
    private readonly Piece[] _pieces;

    public ParetoLikelihood(PurchaseGroups groups)
    {
        _groups = groups;
        _runs = new FrequencyRuns(groups);
        _lastNode = new int[groups.Summaries.Length];
        _ageNode = new int[groups.Summaries.Length];
        var ages = new List<double>();
        var runOfNode = new List<int>();
        for (int from = 0; from < _lastNode.Length;)
        {
            int run = _runs.OfGroup[from];
            int to = from;
            while (to < _lastNode.Length && _runs.OfGroup[to] == run)
            {
                to++;
            }

            var all = new double[2 * (to - from)];
            for (int i = from; i < to; i++)
            {
                all[2 * (i - from)] = groups.Summaries[i].Recency;
                all[(2 * (i - from)) + 1] = groups.Summaries[i].Age;
            }

            Array.Sort(all);
            int count = 1;
            for (int i = 1; i < all.Length; i++)
            {
                if (all[i] != all[count - 1])
                {
                    all[count++] = all[i];
                }
            }

            for (int i = from; i < to; i++)
            {
                _lastNode[i] = ages.Count + Array.BinarySearch(all, 0, count, groups.Summaries[i].Recency);
                _ageNode[i] = ages.Count + Array.BinarySearch(all, 0, count, groups.Summaries[i].Age);
            }

            ages.AddRange(all.AsSpan(0, count));
            runOfNode.AddRange(Enumerable.Repeat(run, count));
            from = to;
        }

        _ages = [.. ages];
        _runOfNode = [.. runOfNode];
        _pieces = new Piece[_ages.Length];
    }

    public double Evaluate(ReadOnlySpan<double> logs, Span<double> gradient)
    {
        double r = Math.Exp(logs[0]);
        double alpha = Math.Exp(logs[1]);
        double s = Math.Exp(logs[2]);
        double beta = Math.Exp(logs[3]);
        (double level, double slope) constant = ((r * logs[1]) + (s * logs[3]), logs[1] - GammaFunctions.Digamma(r));
        (double Level, double SlopeR)[] runs =
        [
            .. _runs.Frequencies.Select(x => (GammaFunctions.LogRising(r, x) + constant.level, GammaFunctions.Digamma(r + x) + constant.slope)),
        ];
        BlockSum.ForBlocks(_ages.Length, (_, from, to) => Integrate(from, to, r, alpha, s, beta));
        for (int node = _ages.Length - 2; node >= 0; node--)
        {
            if (_runOfNode[node] == _runOfNode[node + 1])
            {
                ref Piece piece = ref _pieces[node];
                piece.Beyond = _pieces[node + 1].Beyond.Times(piece.Fall, piece.Beyond);
            }
        }

        double[] sums = BlockSum.Of(_lastNode.Length, Width, (from, to, sums) => Add(from, to, sums, runs, r, alpha, s, beta));
        for (int i = 0; i < 4; i++)
        {
            gradient[i] = -sums[i + 1] / _groups.Customers * (i switch { 0 => r, 1 => alpha, 2 => s, _ => beta });
        }

        return -sums[0] / _groups.Customers;
    }

    private void Integrate(int from, int to, double r, double alpha, double s, double beta)
    {
        for (int node = from; node < to; node++)
        {
            double age = _ages[node];
            ref Piece piece = ref _pieces[node];
            piece.LogA = Math.Log(alpha + age);
            piece.LogB = Math.Log(beta + age);
            piece.Beyond = default;
            if (node + 1 < _ages.Length && _runOfNode[node] == _runOfNode[node + 1])
            {
                double next = _ages[node + 1];
                double shape = r + _runs.Frequencies[_runOfNode[node]];
                piece.Beyond = ParetoIntegral.Over(shape, alpha, s + 1, beta, age, next);
                piece.Fall = Math.Exp((shape * (piece.LogA - Math.Log(alpha + next))) + ((s + 1) * (piece.LogB - Math.Log(beta + next))));
            }
        }
    }

    private void Add(int from, int to, Span<double> sums, (double Level, double SlopeR)[] runs, double r, double alpha, double s, double beta)
    {
        for (int i = from; i < to; i++)
        {
            PurchaseSummary customer = _groups.Summaries[i];
            (double level, double slopeR) = runs[_runs.OfGroup[i]];
            double weight = _groups.Weights[i];
            double shape = r + customer.Frequency;
            ref readonly Piece last = ref _pieces[_lastNode[i]];
            ref readonly Piece end = ref _pieces[_ageNode[i]];
            bool quiet = _ageNode[i] != _lastNode[i];
            double fall = quiet ? Math.Exp((shape * (last.LogA - end.LogA)) + ((s + 1) * (last.LogB - end.LogB))) : 1;
            ParetoIntegral stopped = quiet ? end.Beyond.Times(-fall, last.Beyond) : default;

            // Everything over f(last purchase): alive at the end, and stopped before it.
            double alive = fall * (beta + customer.Age);
            double total = alive + (s * stopped.Mass);
            sums[0] += weight * (level - (shape * last.LogA) - ((s + 1) * last.LogB) + Math.Log(total));
            sums[1] += weight * (slopeR - (((alive * end.LogA) + (s * stopped.LogA)) / total));
            sums[2] += weight * ((r / alpha) - (shape * ((alive / (alpha + customer.Age)) + (s * stopped.OverA)) / total));
            sums[3] += weight * (Math.Log(beta) - (((alive * end.LogB) + (s * stopped.LogB) - stopped.Mass) / total));
            sums[4] += weight * ((s / beta) - (s * ((alive / (beta + customer.Age)) + ((s + 1) * stopped.OverB)) / total));
        }
    }

    // One age: the logarithms there, the integrals from there on over f there, and how f falls to the next age.
    private struct Piece
    {
        public double LogA;
        public double LogB;
        public double Fall;
        public ParetoIntegral Beyond;
    }
}

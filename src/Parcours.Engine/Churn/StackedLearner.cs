using Parcours.Statistics.Learners;

namespace Parcours.Engine.Churn;

/// <summary>
/// A learner that also sees what a buy-till-you-die model says of each row, as log-odds. The learner says who is likelier to leave; how many will leave in all is left to the
/// model, fitted on purchases known at the date scored at: it knows how silence builds up as a base grows older, which the outcomes of one earlier date cannot teach.
/// </summary>
/// <param name="name">The learner's id.</param>
/// <param name="inner">What learns.</param>
/// <param name="model">The model.</param>
internal sealed class StackedLearner(string name, IBinaryLearner inner, TransactionLearner model) : IBinaryLearner
{
    /// <summary>The column that holds what the model says.</summary>
    public const string ModelColumn = "model_log_odds";

    private const double LeastShare = 0.001;

    public string Name => name;

    public Learned<IBinaryModel> Learn(BinarySample sample)
    {
        Learned<IBinaryModel> learned = inner.Learn(new BinarySample(With(sample.Features), sample.Outcomes, sample.Weights));
        return learned.Model is { } found ? Learned<IBinaryModel>.Of(new Model(this, found)) : learned;
    }

    private FeatureTable With(FeatureTable rows) => With(rows, model.Probabilities(rows));

    private static FeatureTable With(FeatureTable rows, double[]? said)
    {
        float[] logOdds = new float[rows.RowCount];
        for (int row = 0; row < logOdds.Length; row++)
        {
            double probability = Math.Clamp(said?[row] ?? 0.5, 1e-6, 1 - 1e-6);
            logOdds[row] = (float)Math.Log(probability / (1 - probability));
        }

        return new FeatureTable([.. rows.Columns, FeatureColumn.Number(ModelColumn, logOdds)]);
    }

    // The share that leaves, as the model says it of these rows.
    private static double ModelMean(FeatureTable with)
    {
        double sum = 0;
        foreach (float logOdds in with[ModelColumn].Values.Span)
        {
            sum += 1 / (1 + Math.Exp(-logOdds));
        }

        return sum / Math.Max(1, with.RowCount);
    }

    /// <summary>Moves all probabilities by one amount of log-odds, so that their mean is what it should be; their order stays.</summary>
    private static double[] ToMean(double[] probabilities, double mean)
    {
        double shift = Shift(probabilities, mean);
        return [.. probabilities.Select(probability => Moved(probability, shift))];
    }

    private static double Shift(double[] probabilities, double mean)
    {
        double low = -10;
        double high = 10;
        for (int step = 0; step < 50; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = probabilities.Average(probability => Moved(probability, middle)) < mean ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    private static double Moved(double probability, double logOdds)
    {
        double odds = probability * Math.Exp(logOdds);
        return odds / (odds + 1 - probability);
    }

    private sealed class Model(StackedLearner learner, IBinaryModel inner) : IPopulationModel
    {
        private FeatureTable? _rows;
        private FeatureTable? _with;

        public double[] Predict(FeatureTable rows) =>
            ToMean(inner.Predict(With(rows)), Math.Clamp(ModelMean(With(rows)), LeastShare, 1 - LeastShare));

        public Explanation Explain(FeatureTable rows, int row) => inner.Explain(With(rows), row);

        public IBinaryModel Among(FeatureTable population)
        {
            FeatureTable with = With(population);
            return new Fixed(learner.Purchases(population), inner, Shift(inner.Predict(with), Math.Clamp(ModelMean(with), LeastShare, 1 - LeastShare)));
        }

        private FeatureTable With(FeatureTable rows)
        {
            if (!ReferenceEquals(rows, _rows))
            {
                _with = learner.With(rows);
                _rows = rows;
            }

            return _with!;
        }
    }

    /// <summary>What the model says of rows, fitted on others.</summary>
    private Func<FeatureTable, double[]?> Purchases(FeatureTable population) =>
        model.Fit(population) is { } fitted ? rows => model.Probabilities(rows, fitted) : _ => null;

    private sealed class Fixed(Func<FeatureTable, double[]?> purchases, IBinaryModel inner, double shift) : IBinaryModel
    {
        public double[] Predict(FeatureTable rows) => [.. inner.Predict(With(rows, purchases(rows))).Select(probability => Moved(probability, shift))];

        public Explanation Explain(FeatureTable rows, int row) => inner.Explain(With(rows, purchases(rows)), row);
    }
}

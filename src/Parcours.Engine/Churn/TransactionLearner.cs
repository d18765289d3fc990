using Parcours.Statistics.Learners;
using Parcours.Statistics.Transactions;

namespace Parcours.Engine.Churn;

/// <summary>
/// A buy-till-you-die model as a churn score: the probability of no order in the horizon. It is fitted on the purchases of those it learns from and needs no
/// outcome. (One minus the probability of being alive is no churn score: BG/NBD gives a probability of 1 to whoever bought once.)
/// </summary>
/// <param name="id">The model's id.</param>
/// <param name="horizonDays">The horizon in days.</param>
/// <param name="fit">Fits the model.</param>
internal sealed class TransactionLearner(string id, double horizonDays, Func<PurchaseGroups, TransactionFit> fit) : IBinaryLearner
{
    private const float DaysAWeek = 7;
    private readonly double _weeks = horizonDays / DaysAWeek;

    public string Name => id;

    public Learned<IBinaryModel> Learn(BinarySample sample) =>
        Fit(sample.Features) is null ? Learned<IBinaryModel>.Refused(LearningRefusal.NotConverged) : Learned<IBinaryModel>.Of(new Model(this));

    /// <summary>The probability of no order, for each row, by the model fitted on those very rows as they are known; null when it cannot be fitted.</summary>
    public double[]? Probabilities(FeatureTable rows) => Fit(rows) is { } model ? Probabilities(rows, model) : null;

    /// <summary>The model of the purchases of some rows; null when it cannot be fitted.</summary>
    public ITransactionModel? Fit(FeatureTable table)
    {
        (PurchaseSummary[] summaries, _) = Summaries(table);
        TransactionFit fitted = fit(PurchaseGroups.Of(summaries));
        return fitted.Converged && !fitted.Warnings.Contains(FitWarning.NoRepeatPurchase) && !fitted.Warnings.Contains(FitWarning.SingleDate) ? fitted.Model : null;
    }

    /// <summary>The probability of no order, for each row, by a model fitted before.</summary>
    public double[] Probabilities(FeatureTable rows, ITransactionModel model)
    {
        (PurchaseSummary[] summaries, int[] known) = Summaries(rows);
        var groups = PurchaseGroups.Of(summaries);
        PurchaseSummary[] distinct = groups.Summaries.ToArray();
        double[] byGroup = new double[distinct.Length];
        Parallel.For(0, distinct.Length, group => byGroup[group] = Math.Clamp(model.ProbabilityNoPurchase(distinct[group], _weeks), 0, 1));
        double[] probabilities = new double[rows.RowCount];
        Array.Fill(probabilities, 1);
        for (int i = 0; i < known.Length; i++)
        {
            probabilities[known[i]] = byGroup[groups.GroupOfRow[i]];
        }

        return probabilities;
    }

    // Rows without an order have no summary; none is eligible where such a model makes sense.
    private static (PurchaseSummary[] Summaries, int[] Rows) Summaries(FeatureTable table)
    {
        ReadOnlySpan<float> days = table["purchase_days"].Values.Span;
        ReadOnlySpan<float> first = table["days_since_first_order"].Values.Span;
        ReadOnlySpan<float> last = table["days_since_last_order"].Values.Span;
        var summaries = new List<PurchaseSummary>(table.RowCount);
        var rows = new List<int>(table.RowCount);
        for (int row = 0; row < table.RowCount; row++)
        {
            if (days[row] >= 1)
            {
                summaries.Add(new PurchaseSummary((int)days[row] - 1, (first[row] - last[row]) / DaysAWeek, first[row] / DaysAWeek));
                rows.Add(row);
            }
        }

        return ([.. summaries], [.. rows]);
    }

    private double LogOdds(ITransactionModel model, PurchaseSummary customer)
    {
        double probability = Math.Clamp(model.ProbabilityNoPurchase(customer, _weeks), 1e-12, 1 - 1e-12);
        return Math.Log(probability / (1 - probability));
    }

    // The purchases known at the date scored at are no outcome: the model is fitted on them, and kept while the same rows are asked about.
    private sealed class Model(TransactionLearner learner, ITransactionModel? fixedModel = null) : IPopulationModel
    {
        private FeatureTable? _fittedOn;
        private readonly bool _isFixed = fixedModel is not null;
        private ITransactionModel? _model = fixedModel;

        public IBinaryModel Among(FeatureTable population) => new Model(learner, learner.Fit(population) ?? _model);

        public double[] Predict(FeatureTable rows)
        {
            if (!_isFixed && !ReferenceEquals(rows, _fittedOn))
            {
                _model = learner.Fit(rows) ?? _model;
                _fittedOn = rows;
            }

            return _model is { } model ? learner.Probabilities(rows, model) : [.. Enumerable.Repeat(0.5, rows.RowCount)];
        }

        /// <summary>What each of the figures that the model reads did, against a customer who bought for the first time today.</summary>
        public Explanation Explain(FeatureTable rows, int row)
        {
            Predict(rows);
            (PurchaseSummary[] summaries, _) = Summaries(rows.Take([row]));
            if (_model is not { } model || summaries is not [{ } customer])
            {
                return new Explanation(0, []);
            }

            double start = learner.LogOdds(model, new PurchaseSummary(0, 0, 0));
            double aged = learner.LogOdds(model, new PurchaseSummary(0, 0, customer.Age));
            return new Explanation(start,
            [
                new FeatureContribution("days_since_last_order", aged - start),
                new FeatureContribution("purchase_days", learner.LogOdds(model, customer) - aged),
            ]);
        }
    }
}

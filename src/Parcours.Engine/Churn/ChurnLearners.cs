using System.Collections.Immutable;
using Parcours.Statistics.Boosting;
using Parcours.Statistics.Learners;
using Parcours.Statistics.Logistic;
using Parcours.Statistics.Transactions;

namespace Parcours.Engine.Churn;

/// <summary>The learners a churn definition can try, by id.</summary>
internal static class ChurnLearners
{
    /// <summary>The one to beat: the definition's recency feature alone.</summary>
    public const string Recency = "recency";

    /// <summary>Learners learn from so many rows at most: more change the fourth digit and cost minutes.</summary>
    public const int MostRows = 200_000;

    // Age is among them: recency means little without it.
    private static readonly string[] Rfm = ["days_since_last_order", "days_since_first_order", "purchase_days", "spend", "last_gap_days"];

    /// <summary>The ids of those that may be tried against recency.</summary>
    public static ImmutableArray<string> Ids { get; } = ["pnbd", "mbgnbd", "bgnbd", "rfm", "stacked", "logistic", "boosting"];

    /// <summary>Recency first, then the definition's candidates.</summary>
    public static ImmutableArray<string> Of(ChurnDefinition definition) => [Recency, .. definition.Candidates];

    /// <summary>A learner by its id.</summary>
    public static IBinaryLearner Named(string id, ChurnDefinition definition) => id switch
    {
        Recency => new LogScaledLearner(id, new LogisticLearner(), [definition.Recency]),
        "pnbd" => Transactions(id, definition, TransactionFits.ParetoNbd),
        "mbgnbd" => Transactions(id, definition, TransactionFits.MbgNbd),
        "bgnbd" => Transactions(id, definition, TransactionFits.BgNbd),
        "rfm" => new LogScaledLearner(id, new LogisticLearner(), Rfm),
        "stacked" => new StackedLearner(
            id, new LogScaledLearner(id, new LogisticLearner(), [.. Rfm, StackedLearner.ModelColumn]), Transactions("mbgnbd", definition, TransactionFits.MbgNbd)),
        "logistic" => new LogScaledLearner(id, new LogisticLearner()),
        "boosting" => new BoostingLearner(
            // Where values grow with time, the regression carries on where trees stop.
            new BoostingOptions { Trees = 300, LearningRate = 0.05, Leaves = 8, MinimumRowsPerLeaf = 200, L2 = 10 },
            Named(definition.Candidates.Contains("rfm") ? "rfm" : Recency, definition)),
        _ => throw new ArgumentException($"There is no learner \"{id}\".", nameof(id)),
    };

    private static TransactionLearner Transactions(string id, ChurnDefinition definition, Func<PurchaseGroups, TransactionFit> fit) =>
        new(id, definition.Horizon.ApproximateDays, fit);
}

using System.Collections.Immutable;
using Parcours.Statistics.Learners;
using Parcours.Statistics.Logistic;

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
    public static ImmutableArray<string> Ids { get; } = ["rfm", "logistic"];

    /// <summary>Recency first, then the definition's candidates.</summary>
    public static ImmutableArray<IBinaryLearner> Of(ChurnDefinition definition) =>
        [RecencyAlone(definition), .. definition.Candidates.Select(id => Named(id, definition))];

    /// <summary>A learner by its id.</summary>
    public static IBinaryLearner Named(string id, ChurnDefinition definition) => id switch
    {
        Recency => RecencyAlone(definition),
        "rfm" => new LogScaledLearner(id, new LogisticLearner(), Rfm),
        "logistic" => new LogScaledLearner(id, new LogisticLearner()),
        _ => throw new ArgumentException($"There is no learner \"{id}\".", nameof(id)),
    };

    private static LogScaledLearner RecencyAlone(ChurnDefinition definition) => new(Recency, new LogisticLearner(), [definition.Recency]);
}

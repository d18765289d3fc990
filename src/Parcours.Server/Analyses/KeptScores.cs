using System.Collections.Concurrent;
using Parcours.Engine.Churn;
using Parcours.Engine.Customers;

namespace Parcours.Server.Analyses;

/// <summary>The churn scores last computed of each definition, for profiles: computing them takes the whole base, so a profile never asks for it.</summary>
internal sealed class KeptScores
{
    private readonly ConcurrentDictionary<string, ChurnScores> _scores = new(StringComparer.Ordinal);

    /// <summary>Keeps the scores of a definition.</summary>
    internal void Keep(ChurnScores scores) => _scores[scores.Definition.Id] = scores;

    /// <summary>The scores of a customer, with why.</summary>
    internal IEnumerable<CustomerScore> Of(int subject, string language) =>
        from scores in _scores.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value)
        let probability = scores.Of(subject)
        where probability is not null
        select new CustomerScore(
            scores.Definition.Id, probability.Value, scores.At.ToString(), scores.Selection.Chosen, scores.Version,
            [.. scores.Reasons(subject).Select(reason => reason.In(language))]);
}

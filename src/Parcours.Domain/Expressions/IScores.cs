using Parcours.Domain.Histories;

namespace Parcours.Domain.Expressions;

/// <summary>The churn scores that the rules of lifecycles read, by the id of what leaving is. They are learnt outside the language.</summary>
public interface IScores
{
    /// <summary>Every id there is a definition for, in ordinal order.</summary>
    IReadOnlyList<string> Ids { get; }

    /// <summary>The scores of a definition on a base; null for an unknown id. Asked again for the same base, it answers with what it found the first time.</summary>
    /// <param name="id">The definition's id.</param>
    /// <param name="histories">The base; one without a fact has no score.</param>
    MonthlyScores? Of(string id, HistoryBase histories);
}

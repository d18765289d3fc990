using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Domain.Expressions;

/// <summary>Who of a base a condition holds for.</summary>
public static class Matching
{
    /// <summary>The subjects of a type that a condition holds for at a date, in the order of the base.</summary>
    /// <param name="source">The condition.</param>
    /// <param name="histories">The base.</param>
    /// <param name="type">Customers or accounts.</param>
    /// <param name="at">Facts after it do not count.</param>
    /// <param name="error">What is wrong with the condition; null when nothing is.</param>
    public static IReadOnlyList<int> Of(SourceText source, HistoryBase histories, SubjectType type, Instant at, out ExpressionError? error)
    {
        if (Condition.Compile(source, histories, out error) is null)
        {
            return [];
        }

        return SubjectRanges.Fold(
            histories.SubjectCount,
            () => new List<int>(),
            (found, from, to) =>
            {
                Condition condition = Condition.Compile(source, histories, out _)!; // not shared between threads
                for (int subject = from; subject < to; subject++)
                {
                    if (histories.Subjects.TypeOf(subject) == type && condition.Holds(subject, at))
                    {
                        found.Add(subject);
                    }
                }
            },
            (into, more) => into.AddRange(more));
    }
}

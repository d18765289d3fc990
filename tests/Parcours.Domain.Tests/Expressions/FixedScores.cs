using Parcours.Domain.Histories;

namespace Parcours.Domain.Expressions;

/// <summary>One definition's scores, written by hand: a number for each month from January 2024 (UTC) of the first subject.</summary>
internal sealed class FixedScores : IScores
{
    private readonly string _id;
    private readonly float[] _months;

    private FixedScores(string id, float[] months) => (_id, _months) = (id, months);

    public IReadOnlyList<string> Ids => [_id];

    public static FixedScores Of(string id, params float[] months) => new(id, months);

    public MonthlyScores? Of(string id, HistoryBase histories) => id != _id ? null : new(
        _months.Select((_, month) => Time.Instant.FromUtc(2024, 1 + month, 1).Micros), _months.Select(score => float.IsNaN(score) ? null : new[] { score }));
}

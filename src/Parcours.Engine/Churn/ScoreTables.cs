using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Churn;

/// <summary>
/// The churn scores of a workspace that rules read: each month's learnt on windows closed before the month began, of who was eligible then. The learner is chosen anew once a
/// calendar year, in its first month with enough to learn from. Learnt once per base and definition, when a rule first asks.
/// </summary>
/// <param name="workspaceFolder">The workspace's folder; null for the built-in definitions alone.</param>
internal sealed class ScoreTables(string? workspaceFolder) : IScores
{
    private static readonly ConditionalWeakTable<HistoryBase, ConcurrentDictionary<string, Lazy<MonthlyScores>>> Known = [];

    private readonly ChurnLibrary _library = new(workspaceFolder);
    private readonly ChurnModels _models = new(workspaceFolder);

    public IReadOnlyList<string> Ids => _library.Ids;

    public MonthlyScores? Of(string id, HistoryBase histories)
    {
        if (!Ids.Contains(id) || _library.Find(id) is not { } definition)
        {
            return null;
        }

        return histories.FactCount == 0
            ? MonthlyScores.Empty
            : Known.GetValue(histories, _ => new(StringComparer.Ordinal)).GetOrAdd(definition.Fingerprint, _ => new(() => Learn(definition, histories))).Value;
    }

    private MonthlyScores Learn(ChurnDefinition definition, HistoryBase histories)
    {
        Calendar calendar = histories.Calendar;
        FactSpan span = FactSpan.Of(histories);
        int from = calendar.UnitOf(span.First, CalendarUnit.Month);
        int to = calendar.UnitOf(span.Last, CalendarUnit.Month) + 1;
        Instant[] starts = [.. Enumerable.Range(from, to - from + 1).Select(month => calendar.StartOf(month, CalendarUnit.Month))];
        float[]?[] months = new float[]?[starts.Length];
        var windows = new ChurnWindows(histories, span.Last);
        ChurnModel? chosen = null;
        int chosenIn = 0;
        for (int month = 0; month < starts.Length; month++)
        {
            // What happens at the first instant itself, as a date without a time does, is of the new month.
            var before = new Instant(starts[month].Micros - 1);
            int year = calendar.UnitOf(starts[month], CalendarUnit.Year);
            (ChurnScores? scores, _) = ChurnScores.Compute(definition, windows.AsOf(before), before, (known, moment) =>
            {
                chosen = chosen is not null && chosenIn == year ? chosen : _models.Past(definition, known, moment);
                chosenIn = year;
                return chosen;
            });
            months[month] = scores is null ? null : ByPlace(scores, histories.SubjectCount);
        }

        return new MonthlyScores(starts.Select(start => start.Micros), months);
    }

    private static float[] ByPlace(ChurnScores scores, int subjects)
    {
        float[] values = new float[subjects];
        Array.Fill(values, float.NaN);
        for (int row = 0; row < scores.Subjects.Length; row++)
        {
            values[scores.Subjects[row]] = (float)scores.Probabilities[row];
        }

        return values;
    }
}

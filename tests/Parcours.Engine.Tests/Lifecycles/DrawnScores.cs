using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;

namespace Parcours.Engine.Lifecycles;

/// <summary>Scores drawn for the key of a subject and a month, some of them not known: nobody has to be learnt from, and the order of subjects does not matter.</summary>
internal sealed class DrawnScores : IScores
{
    private const int Months = 60;
    private static readonly DateOnly Beginning = new(2022, 9, 1);

    public static DrawnScores All { get; } = new();

    public IReadOnlyList<string> Ids => ["drawn", "rarely"];

    public MonthlyScores? Of(string id, HistoryBase histories)
    {
        int every = id switch { "drawn" => 4, "rarely" => 40, _ => 0 };
        if (every == 0)
        {
            return null;
        }

        Calendar calendar = histories.Calendar;
        int first = calendar.UnitOf(calendar.StartOfDay(Calendar.DayOf(Beginning)), CalendarUnit.Month);
        return new MonthlyScores(
            Enumerable.Range(first, Months).Select(month => calendar.StartOf(month, CalendarUnit.Month).Micros),
            Enumerable.Range(0, Months).Select(month => month % 7 == 3 ? null : Month(histories, month, every)));
    }

    private static float[] Month(HistoryBase histories, int month, int every)
    {
        float[] scores = new float[histories.SubjectCount];
        for (int subject = 0; subject < scores.Length; subject++)
        {
            int seed = (int.Parse(histories.Subjects.KeyOf(subject)[1..], System.Globalization.CultureInfo.InvariantCulture) * 1009) + (month / 3 * every);
            var random = new Random(seed);
            scores[subject] = random.Next(5) == 0 ? float.NaN : random.Next(every + 1) / (float)every;
        }

        return scores;
    }
}

using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Reports.Figures;
using Parcours.Engine.Reports.Model;
using Parcours.Engine.Reports.Writing;

namespace Parcours.Engine.Segments;

/// <summary>The figures of a segment: its size over time, and when its members leave by themselves.</summary>
public static class SegmentFigures
{
    /// <summary>The curve of its size at the end of each month.</summary>
    public static Figure Size(IReadOnlyList<(Instant At, int Members)> sizes, Calendar calendar, ReportLanguage language)
    {
        DateOnly[] dates = [.. sizes.Select(size => Calendar.DateOf(calendar.DayOf(size.At)))];
        int now = sizes[^1].Members;
        int most = sizes.Max(size => size.Members);
        string name = Say(language, "Size over time", "Taille au fil du temps");
        return new Figure("size", name)
        {
            Finding = now == most
                ? Say(language, $"Never larger than now: {language.Count(now)}", $"Jamais aussi grand qu’aujourd’hui : {language.Count(now)}")
                : Say(language, $"{language.Count(now)} now; {language.Count(most)} at the most, in {language.Month(dates[IndexOf(sizes, most)])}", $"{language.Count(now)} aujourd’hui ; {language.Count(most)} au plus, en {language.Month(dates[IndexOf(sizes, most)])}"),
            Subtitle = Say(language, "Members at the end of each month", "Membres à la fin de chaque mois"),
            Chart = sizes.Count < 2 ? null : LineChart.OverDates(
                dates.Select(language.Month), FigureUnit.Count, null, [], new ChartLine(Say(language, "Members", "Membres"), [.. sizes.Select((size, at) => ((double)at, (double)size.Members))])),
            Table = new Table(
                [new Column(Say(language, "Date", "Date"), false), new Column(Say(language, "Members", "Membres"))],
                [.. sizes.Select((size, at) => (IReadOnlyList<Cell>)[new Cell(language.Date(dates[at])), Cell.Of(size.Members, language.Count)])]),
        };
    }

    /// <summary>How many leave by themselves in each month to come.</summary>
    public static Figure Leaving(SegmentOutlook outlook, Calendar calendar, Instant at, int months, ReportLanguage language)
    {
        IReadOnlyList<(int Month, int Members)> leaving = outlook.LeavingByMonth(calendar, at, months);
        int sum = leaving.Sum(month => month.Members);
        return new Figure("leaving", Say(language, "Leaving by themselves", "Départs d’eux-mêmes"))
        {
            Finding = sum == 0
                ? Say(language, $"Nobody leaves within {months} months if nothing happens", $"Personne ne sort d’ici {months} mois si rien ne se passe")
                : Say(language, $"{language.Count(sum)} of {language.Count(outlook.Members.Count)} leave within {months} months if nothing happens", $"{language.Count(sum)} sur {language.Count(outlook.Members.Count)} sortent d’ici {months} mois si rien ne se passe"),
            Subtitle = Say(language, "Members for whom the condition ends with time alone, by month", "Membres pour qui la condition prend fin avec le temps seul, par mois"),
            Table = new Table(
                [new Column(Say(language, "Month", "Mois"), false), new Column(Say(language, "Leave", "Sortent"))],
                [.. leaving.Select(month => (IReadOnlyList<Cell>)
                [
                    new Cell(language.Month(Calendar.DateOf(calendar.DayOf(calendar.StartOf(month.Month, CalendarUnit.Month))))),
                    Cell.Of(month.Members, language.Count) with { Bar = sum == 0 ? null : (double)month.Members / sum },
                ])]),
        };
    }

    private static int IndexOf(IReadOnlyList<(Instant At, int Members)> sizes, int members) => Enumerable.Range(0, sizes.Count).First(at => sizes[at].Members == members);

    private static string Say(ReportLanguage language, string english, string french) => language.IsFrench ? french : english;
}

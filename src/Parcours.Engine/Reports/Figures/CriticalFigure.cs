using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Writing;
using Parcours.Engine.Timing;

namespace Parcours.Engine.Reports.Figures;

/// <summary>The weeks in which customers leave more than usual.</summary>
internal static class CriticalFigure
{
    private const string Id = "critical-weeks";
    private static readonly LocalText Name = new("Critical weeks", "Semaines critiques");
    private static readonly LocalText Missing = new("Critical weeks need {0} more customers known to have left.", "Les semaines critiques demandent {0} départs de clients de plus.");
    private static readonly LocalText Nothing = new("Critical weeks need customers known to have left.", "Les semaines critiques demandent des départs de clients.");
    private static readonly LocalText None = new("No week after {0} stands out", "Aucune semaine après {0} ne ressort");
    private static readonly LocalText Subtitle = new("Share of the customers still there who left ({0}), in each week after {1}; leaving is {2} of silence", "Part des clients encore là qui sont partis ({0}), dans chaque semaine après {1}\u00a0; partir, c’est {2} de silence");
    private static readonly LocalText Note = new("The chance of naming a week where there is nothing is 5% over all curves together. ", "La chance de nommer une semaine là où il n’y a rien est de 5\u202f% pour toutes les courbes ensemble. ");
    private static readonly LocalText Also = new("Also: {0}.", "Aussi\u00a0: {0}.");
    private static readonly LocalText Since = new("weeks since {0}", "semaines depuis {0}");
    private static readonly LocalText Seen = new("Seen", "Constaté");
    private static readonly LocalText Usual = new("Usual", "Ordinaire");
    private static readonly LocalText Left = new("Left", "Partis");
    private static readonly LocalText Share = new("Share", "Part");
    private static readonly LocalText Weeks = new("weeks {0} to {1}", "semaines {0} à {1}");

    public static Figure Build(Scribe scribe)
    {
        string name = scribe.Text(Name);
        CriticalCurve? curve = scribe.Model.Critical?.Curves.Where(each => !each.Weeks.IsEmpty).OrderByDescending(each => each.Peaks.Length > 0).ThenByDescending(each => each.Weeks.Sum(week => week.Events)).FirstOrDefault();
        if (scribe.Model.Critical is not { } critical || curve is null)
        {
            return Figure.Empty(Id, name, scribe.Model.NoCritical is TimingRefusal.TooFewLeavings few ? scribe.Text(Missing, scribe.Count(few.Needed)) : scribe.Text(Nothing));
        }

        string since = scribe.Text(CriticalWords.Of(curve.Milestone));
        string? first = curve.Peaks.IsEmpty ? null : TrackingFigure.Sentence(scribe, CriticalWords.Of(curve.Milestone, curve.Peaks[0]));
        string[] others = [.. critical.Findings().Select(words => TrackingFigure.Sentence(scribe, words)).Where(words => first is null || !words.EndsWith(first, StringComparison.Ordinal))];
        return new Figure(Id, name)
        {
            Finding = first is null ? scribe.Text(None, since) : char.ToUpperInvariant(first[0]) + first[1..],
            Subtitle = scribe.Text(Subtitle, scribe.Text(CriticalWords.Of(curve.Departure)), since, scribe.Days(critical.Silence.ApproximateDays)),
            Note = scribe.Text(Note) + (others.Length > 0 ? scribe.Text(Also, string.Join(scribe.Language.IsFrench ? "\u00a0; " : "; ", others)) : ""),
            Height = 320,
            Chart = RateChart.Of(scribe, curve.Weeks, curve.Usual, (scribe.Text(Since, since), scribe.Text(Seen), scribe.Text(Usual)),
                curve.Peaks.Select(peak => ((double)peak.First, scribe.Text(Weeks, scribe.Count(peak.First + 1), scribe.Count(peak.Last + 1))))),
            Table = RateChart.TableOf(scribe, curve.Weeks, curve.Usual, scribe.Text(Left), scribe.Text(Share), scribe.Text(Usual)),
        };
    }
}

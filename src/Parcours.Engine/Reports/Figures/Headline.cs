using Parcours.Domain.Lifecycles;
using Parcours.Engine.Reports.Model;

namespace Parcours.Engine.Reports.Figures;

/// <summary>The answer first: what is so, in one to three sentences.</summary>
internal static class Headline
{
    private static readonly LocalText Empty = new("No customer yet", "Aucun client pour l’instant");
    private static readonly LocalText Start = new("Import a file of orders to fill this report: parcours import orders.csv", "Importez un fichier de commandes pour remplir ce rapport\u00a0: parcours import commandes.csv");
    private static readonly LocalText Standing = new("{0} of {1} customers are in stage {2}", "{0} clients sur {1} sont en phase {2}");
    private static readonly LocalText More = new("{0}, {1} more than a year earlier.", "{0}, soit {1} de plus qu’un an plus tôt.");
    private static readonly LocalText Fewer = new("{0}, {1} fewer than a year earlier.", "{0}, soit {1} de moins qu’un an plus tôt.");
    private static readonly LocalText Same = new("{0}, as many as a year earlier.", "{0}, autant qu’un an plus tôt.");
    private static readonly LocalText Weakest = new("The weakest step is {0}: {1} get there within {2}.", "L’étape la plus faible est {0}\u00a0: {1} la franchissent en {2}.");
    private static readonly LocalText Next = new("{0} will become {1} within {2} if nothing happens; they spent {3} over the year.", "{0} passeront en phase {1} dans les {2} si rien ne se passe\u00a0; ils ont dépensé {3} en un an.");
    private static readonly LocalText One = new("1 will become {1} within {2} if nothing happens, having spent {3} over the year.", "Un client passera en phase {1} dans les {2} si rien ne se passe\u00a0; il a dépensé {3} en un an.");

    /// <summary>The sentence of the top.</summary>
    public static string Answer(Scribe scribe)
    {
        if (scribe.Model.Map is not { Flows.Count: > 0 } map)
        {
            return scribe.Text(Empty);
        }

        // The stage that matters most is the end of the path; without a path, the largest.
        int stage = LastOfPath(scribe.Model) is var last and >= 0 ? last : Enumerable.Range(0, map.Counts.Count).MaxBy(index => map.Counts[index].Now ?? 0);
        Twin twin = map.Counts[stage];
        string sentence = scribe.Text(Standing, scribe.Count(twin.Now ?? 0), scribe.Count(scribe.Model.Scope.Subjects), scribe.Quoted(stage));
        return twin.Change switch
        {
            null => sentence + ".",
            { } change when Math.Abs(change) < 0.005 => scribe.Text(Same, sentence),
            { } change => scribe.Text(change > 0 ? More : Fewer, sentence, scribe.Share(Math.Abs(change))),
        };
    }

    /// <summary>What follows it: the weakest step, and what will change by itself.</summary>
    public static string Rest(Scribe scribe)
    {
        if (scribe.Model.Map is not { Flows.Count: > 0 })
        {
            return scribe.Text(Start);
        }

        var sentences = new List<string>();
        if (scribe.Model.Conversion is { Weakest: { } weakest } conversion)
        {
            ConversionStep step = conversion.Steps[weakest];
            double? share = step.Horizons.FirstOrDefault(at => at.Days == conversion.WeakestDays)?.Share;
            sentences.Add(scribe.Text(Weakest, scribe.Move(step.From, step.To), scribe.Share(share ?? 0), scribe.Days(conversion.WeakestDays)));
        }

        if (scribe.Model.Upcoming is { Moves.Count: > 0 } upcoming)
        {
            UpcomingMove move = upcoming.Moves[0];
            sentences.Add(scribe.Text(move.Subjects == 1 ? One : Next, scribe.Count(move.Subjects), scribe.Quoted(move.To), scribe.Days(upcoming.Days), scribe.Money(move.SpendLastYear)));
        }

        return string.Join(" ", sentences);
    }

    private static int LastOfPath(ReportModel model)
    {
        int last = -1;
        for (int stage = 0; stage < model.Stages.Count; stage++)
        {
            last = model.Stages[stage].Tone == StageTone.Forward ? stage : last;
        }

        return last;
    }
}

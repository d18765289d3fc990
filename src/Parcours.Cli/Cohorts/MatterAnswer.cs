using Parcours.Cli.Frame;
using Parcours.Cli.Predictions;
using Parcours.Domain.Facts;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Cohorts;

namespace Parcours.Cli.Cohorts;

/// <summary>Which cohorts matter, as told to people.</summary>
/// <param name="Histories">The base.</param>
/// <param name="At">The date the forecast starts from.</param>
/// <param name="Cohorts">The cohorts.</param>
internal sealed record MatterAnswer(HistoryBase Histories, Instant At, MatteringCohorts Cohorts)
{
    private const int RowsShown = 24;

    /// <summary>Shows it to people.</summary>
    public void Show(VerbRun run)
    {
        Language language = run.Language;
        foreach (CohortDimension dimension in Cohorts.Dimensions)
        {
            Show(run, dimension);
        }

        if (Cohorts.Dimensions.Count > 0)
        {
            run.Terminal.Out.WriteLine(language.Say(
                "Intervals (95 %) are in brackets; cohorts of fewer than 30 customers are shown and never come first.",
                "Les intervalles (95 %) sont entre crochets ; les cohortes de moins de 30 clients sont montrées et ne viennent jamais en tête."));
        }

        ModelWords.WriteWarnings(run, Cohorts.Warnings, Cohorts.Dimensions.Count > 0);
    }

    private void Show(VerbRun run, CohortDimension dimension)
    {
        Language language = run.Language;
        if (dimension.Cohorts is [{ Name.Length: 0 }])
        {
            run.Terminal.Out.WriteLine(language.Say($"{language.Say(WordsOf(dimension.By))}: not known for any customer.", $"{language.Say(WordsOf(dimension.By))} : inconnue pour tous les clients."));
            return;
        }

        string days = language.Number(Cohorts.HorizonDays, 0);
        var sheet = new Sheet(
            language.Say(WordsOf(dimension.By)),
            language.Say("cohort", "cohorte"), language.Say("customers", "clients"), language.Say("days to come", "jours à venir"),
            language.Say($"leave in {days} d", $"partent en {days} j"), language.Say("stay", "restent"), language.Say("lost, each", "perdu, chacun"), language.Say("lost, all", "perdu, tous"));
        foreach (MatteringCohort cohort in dimension.Cohorts.TakeLast(RowsShown).Append(dimension.All))
        {
            string name = ReferenceEquals(cohort, dimension.All) ? language.Say("all", "tous") : cohort.Name.Length == 0 ? language.Say("not known", "inconnu") : cohort.Name;
            sheet.Row(
                name, language.Count(cohort.Customers), Range(cohort.LifetimeDays, value => language.Number(value, 0)), Range(cohort.Leaving, value => language.Percent(value, 0)),
                Range(cohort.Staying, value => language.Percent(value, 0)), Range(cohort.LostPerCustomer, Money), Range(cohort.Lost, value => language.Number(value, 0)));
        }

        sheet.Write(run.Terminal);
        foreach ((string name, CohortWinner? winner) in MatteringJson.Winners(dimension))
        {
            if (winner is not null)
            {
                bool clear = winner.IsClear || name == "largest_loss";
                run.Terminal.Out.WriteLine(language.Say(WordsOf(name)) + " " + (clear ? winner.Cohort.Name : language.Say(
                    $"none stands out ({winner.Cohort.Name} comes first, perhaps by chance)", $"aucune ne se détache ({winner.Cohort.Name} vient en tête, peut-être par hasard)")));
            }
        }

        run.Terminal.Out.WriteLine();

        string Money(double value) => language.Number(value, Currencies.DecimalsAt(Histories.Currency) > 0 ? 2 : 0);
    }

    private static string Range(CohortEstimate? estimate, Func<double, string> word) =>
        estimate is { } known ? $"{word(known.Value)} [{word(known.Interval.Low)}; {word(known.Interval.High)}]" : "–";

    private static LocalText WordsOf(string name) => name switch
    {
        "period" => new("By period of the first order", "Par période de la première commande"),
        "source" => new("By source", "Par source"),
        "category" => new("By category of the first order", "Par catégorie de la première commande"),
        "longest_lifetime" => new("Longest expected lifetime:", "Durée de vie attendue la plus longue :"),
        "most_leaving" => new("Most likely to leave:", "La plus grande probabilité de partir :"),
        "most_staying" => new("Most likely to stay:", "La plus grande probabilité de rester :"),
        "costliest_churn" => new("A customer who leaves costs most in:", "Un client qui part coûte le plus dans :"),
        _ => new("Churn costs most in all in:", "L'attrition coûte le plus au total dans :"),
    };
}

using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Domain.Cohorts;
using Parcours.Domain.Histories;
using Parcours.Domain.Orders;
using Parcours.Domain.Time;
using Parcours.Engine.Cohorts;

namespace Parcours.Cli.Cohorts;

/// <summary><c>parcours cohorts</c>: who came back, and what they brought, by the period of the first order.</summary>
internal sealed class CohortsVerb : Verb
{
    private const int WidthOfSums = 74;
    private const int WidthOfShare = 9;
    private const int RowsShown = 36;
    private const double DaysOfAYear = 365;

    private readonly Option<Moment?> _at;
    private readonly Option<string?> _by;
    private readonly Option<bool> _matter;
    private readonly Option<Period?> _horizon;

    public CohortsVerb(Language language)
        : base(
            "cohorts",
            language,
            new("Retention and revenue of the customers who began in the same period", "Fidélité et chiffre d'affaires des clients qui ont commencé à la même période"),
            "parcours cohorts",
            "parcours cohorts --by week --at 1998-01-01",
            "parcours cohorts --by month --json",
            "parcours cohorts --matter --horizon 1y")
    {
        _by = AddOption<string?>("--by", "month|week|day", new("The period; months when not given", "La période ; le mois par défaut"));
        _by.AcceptOnlyFromAmong("month", "week", "day");
        _at = AddAt();
        _matter = AddOption<bool>("--matter", null, new(
            "Which cohorts (by period, source and category of the first order) will stay, leave and cost most, instead of what they did; from the end of the data",
            "Quelles cohortes (par période, source et catégorie de la première commande) vont rester, partir et coûter le plus, au lieu de ce qu'elles ont fait ; depuis la fin des données"));
        _horizon = HorizonOption.Make(language, language.Say("How far ahead --matter looks; a year when not given", "Jusqu'où --matter regarde ; un an par défaut"));
        Add(_horizon);
    }

    public override int Run(VerbRun run)
    {
        CalendarUnit by = run.Parsed.GetValue(_by) switch
        {
            "day" => CalendarUnit.Day,
            "week" => CalendarUnit.Week,
            _ => CalendarUnit.Month,
        };
        if (run.Parsed.GetValue(_matter))
        {
            return MatterRun.Answer(run, run.Parsed.GetValue(_at), by, run.Parsed.GetValue(_horizon)?.ApproximateDays ?? DaysOfAYear);
        }

        HistoryBase histories = OrderHolders.Of(run.LoadBase());
        Instant at = run.At(_at, histories.Calendar);
        var table = CohortTable.Compute(histories, at, by);
        if (run.Json)
        {
            run.WriteJson(writer => CohortJson.Write(writer, table, at, histories.Currency));
        }
        else
        {
            Show(run, table, at, histories);
        }

        return ExitCode.Done;
    }

    private static void Show(VerbRun run, CohortTable table, Instant at, HistoryBase histories)
    {
        Language language = run.Language;
        var shown = table.Cohorts.TakeLast(RowsShown).ToList();
        int room = Math.Max(1, (run.Terminal.Width - WidthOfSums) / WidthOfShare);
        int columns = Math.Min(room, shown.Select(cohort => cohort.Active.Length - 1).DefaultIfEmpty(0).Max());
        string[] periods = [.. Enumerable.Range(1, columns).Select(period => "+" + language.Count(period))];
        var sheet = new Sheet(
            language.Say($"Share of each cohort that ordered again, until {language.Date(at, histories.Calendar)}", $"Part de chaque cohorte qui a recommandé, jusqu'au {language.Date(at, histories.Calendar)}"),
            [
                language.Say("cohort", "cohorte"), language.Say("customers", "clients"), language.Say("year before", "un an avant"),
                language.Say("revenue", "ventes"), language.Say("year before", "un an avant"), .. periods,
            ]);
        foreach (Cohort cohort in shown)
        {
            Cohort? before = table.YearBefore(cohort);
            sheet.Row(
            [
                Calendar.Label(cohort.Unit, table.By), language.Count(cohort.Size), before is null ? "–" : language.Count(before.Size),
                language.Amount(cohort.Revenue.Sum(), histories.Currency),
                before is null ? "–" : language.Amount(before.Revenue.Take(cohort.Revenue.Length).Sum(), histories.Currency),
                .. Enumerable.Range(1, periods.Length).Select(period =>
                    period < cohort.Active.Length ? language.Percent((double)cohort.Active[period] / cohort.Size) : string.Empty),
            ]);
        }

        sheet.Write(run.Terminal);
        if (shown.Count < table.Cohorts.Length || shown.Exists(cohort => cohort.Active.Length - 1 > columns))
        {
            run.Terminal.Out.WriteLine(language.Say("The whole table: --json.", "Le tableau entier : --json."));
        }
    }
}

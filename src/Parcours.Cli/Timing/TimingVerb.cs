using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Cli.Lifecycles;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Orders;
using Parcours.Domain.Seasons;
using Parcours.Domain.Time;
using Parcours.Engine.Definitions;
using Parcours.Engine.Seasons;
using Parcours.Engine.Timing;

namespace Parcours.Cli.Timing;

/// <summary><c>parcours timing</c>: the right moment of the next order, or with <c>--critical</c> when customers leave.</summary>
internal sealed class TimingVerb : Verb
{
    private const int HighestNth = 50;

    private readonly Option<int?> _nth;
    private readonly Option<string?> _category;
    private readonly Option<bool> _critical;
    private readonly Option<Moment?> _at;
    private readonly Option<string?> _out;

    public TimingVerb(Language language)
        : base(
            "timing",
            language,
            new("The best moment for the second order and the date of each next one; or the periods when customers leave", "Le meilleur moment pour la deuxième commande et la date de chaque prochaine ; ou les périodes où les clients partent"),
            "parcours timing",
            language.Say("parcours timing --nth 3 --category tea", "parcours timing --nth 3 --category thé"),
            "parcours timing --out next-orders.csv",
            "parcours timing --critical --at 2026-03-01")
    {
        _nth = AddOption<int?>("--nth", "N", new("Which order, 2 to 50; the second when not given", "Quelle commande, de 2 à 50 ; la deuxième par défaut"));
        _nth.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out int typed) && typed is < 2 or > HighestNth)
            {
                result.AddError(language.Say($"--nth takes a number from 2 to {HighestNth}.", $"--nth attend un nombre de 2 à {HighestNth}."));
            }
        });
        _category = AddOption<string?>("--category", language.Say("NAME", "NOM"), new("Orders with a line of this category only", "Les seules commandes qui ont une ligne de cette catégorie"));
        _critical = AddOption<bool>("--critical", null, new(
            "When customers leave: weeks after the first order, a trial, a return, a complaint; sales and holidays",
            "Quand les clients partent : semaines après la première commande, un essai, un retour, une réclamation ; soldes, fêtes et vacances"));
        _at = AddMoment("--at", new(
            "The date of the answer: a day counts to its end; the last day of the data when not given",
            "La date de la réponse : un jour compte jusqu'à sa fin ; le dernier jour des données si elle n'est pas donnée"));
        _out = AddOption<string?>("--out", language.Say("FILE", "FICHIER"), new(
            "Write a CSV file: every customer's next order; with --critical, every curve", "Écrire un fichier CSV : la prochaine commande de chaque client ; avec --critical, toutes les courbes"));
    }

    public override int Run(VerbRun run)
    {
        bool critical = run.Parsed.GetValue(_critical);
        string? name = run.Parsed.GetValue(_category);
        if (critical && (name is not null || run.Parsed.GetValue(_nth) is not null))
        {
            throw new RefusedException(new("wrong_usage", new(
                "--critical looks at all orders: leave --nth and --category out.", "--critical regarde toutes les commandes : retirez --nth et --category.")), ExitCode.WrongUsage);
        }

        // Read before the base, which takes longer: a file to mend is told at once.
        ThresholdRule silence = LifecycleChoice.InactiveAfter(run);
        IReadOnlyList<SeasonCalendar> calendars = critical ? Calendars(run) : [];
        HistoryBase all = run.LoadBase();
        HistoryBase histories = OrderHolders.Of(all);
        int category = 0;
        if (name is { Length: > 0 } && !histories.Vocabulary.TryFind(name, out category))
        {
            return run.Refuse("unknown_category", new(
                $"No product of the workspace is in a category \"{name}\".", $"Aucun produit de l'espace n'est dans une catégorie « {name} »."));
        }

        Instant at = run.Parsed.GetValue(_at)?.On(histories.Calendar) ?? LastDay.Of(all);
        using var progress = new ProgressLine(run.Terminal, run.Time, run.Language);
        void Show(double share) => progress.Show(share, (long)(share * 100), run.Language.Say("% of the work", "% du calcul"));
        return critical
            ? Critical(run, histories, at, silence, calendars, progress, Show)
            : Orders(run, histories, at, silence, category, progress, Show);
    }

    private static IReadOnlyList<SeasonCalendar> Calendars(VerbRun run)
    {
        try
        {
            return new SeasonLibrary(run.WorkspaceFolder).All;
        }
        catch (DefinitionException e)
        {
            throw new RefusedException(new Refusal("definition_invalid", new($"{e.Message} Mend the file and try again.", $"{e.Message} Corrigez le fichier, puis recommencez.")));
        }
    }

    private int Orders(VerbRun run, HistoryBase histories, Instant at, ThresholdRule silence, int category, ProgressLine progress, Action<double> show)
    {
        OrderTiming timing = OrderTiming.Compute(histories, at, run.Parsed.GetValue(_nth) ?? 2, silence, category, show);
        if (timing is { MomentRefusal: { } refusal, NextRefusal: not null })
        {
            return run.Refuse(refusal.Code, refusal.Message);
        }

        progress.Dispose();
        if (run.Parsed.GetValue(_out) is { } file)
        {
            if (timing.NextRefusal is { } none)
            {
                return run.Refuse(none.Code, none.Message);
            }

            TimingCsv.Write(file, timing.Next!, histories);
        }

        if (run.Json)
        {
            run.WriteJson(writer => TimingJson.Write(writer, timing, histories.Calendar));
        }
        else
        {
            new TimingAnswer(run, timing, histories).Show();
        }

        return ExitCode.Done;
    }

    private int Critical(
        VerbRun run, HistoryBase histories, Instant at, ThresholdRule silence, IReadOnlyList<SeasonCalendar> calendars, ProgressLine progress, Action<double> show)
    {
        (CriticalPeriods? periods, TimingRefusal? refusal) = CriticalPeriods.Compute(histories, at, silence, calendars, show);
        if (periods is null)
        {
            return run.Refuse(refusal!.Code, refusal.Message);
        }

        progress.Dispose();
        if (run.Parsed.GetValue(_out) is { } file)
        {
            TimingCsv.Write(file, periods);
        }

        if (run.Json)
        {
            run.WriteJson(writer => CriticalJson.Write(writer, periods, run.Language.Code));
        }
        else
        {
            new CriticalAnswer(run, periods, histories.Calendar).Show();
        }

        return ExitCode.Done;
    }
}

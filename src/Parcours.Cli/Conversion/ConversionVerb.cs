using System.CommandLine;
using System.Globalization;
using Parcours.Cli.Flows;
using Parcours.Cli.Frame;
using Parcours.Domain.Conversion;
using Parcours.Domain.Time;
using Parcours.Engine.Conversion;
using Parcours.Engine.Flows;
using Calendar = Parcours.Domain.Time.Calendar;

namespace Parcours.Cli.Conversion;

/// <summary><c>lifecycle conversion ID</c>: what share of each stage of the path leads on, and within how long.</summary>
internal sealed class ConversionVerb : TimelineVerb
{
    private const int MostReplicates = 2000;

    private readonly Option<string?> _by;
    private readonly Option<int?> _replicates;
    private readonly Option<int?> _seed;

    public ConversionVerb(Language language, TimelineReader read)
        : base(
            "conversion",
            language,
            read,
            new("The share of each stage of the path that moves on within 30, 90, 180 and 365 days, with its 95 % interval", "La part de chaque phase du parcours qui avance en 30, 90, 180 et 365 jours, avec son intervalle à 95 %"),
            "parcours lifecycle conversion crm-segments --at 1998-01-01",
            "parcours lifecycle conversion crm-segments --by month --json")
    {
        _by = AddOption<string?>("--by", "month", new("Also by month of entry into the stage", "Aussi par mois d'entrée dans la phase"));
        _by.AcceptOnlyFromAmong("month");
        _replicates = AddCount("--replicates", 0, MostReplicates, new("How many times customers are drawn anew for the intervals; 200 when not given, 0 for none", "Combien de rééchantillonnages de clients pour les intervalles ; 200 par défaut, 0 pour aucun"));
        _seed = AddCount("--seed", 0, int.MaxValue, new("What the draws start from; 1 when not given", "La graine des tirages ; 1 par défaut"));
    }

    protected override int Answer(VerbRun run, TimelineReading reading)
    {
        var defaults = new ConversionOptions();
        var options = new ConversionOptions
        {
            YearEarlier = true,
            ByMonth = run.Parsed.GetValue(_by) is not null,
            Replicates = run.Parsed.GetValue(_replicates) ?? defaults.Replicates,
            Seed = (ulong)(run.Parsed.GetValue(_seed) ?? (int)defaults.Seed),
        };
        var conversion = PathConversion.Of(reading.Timelines, reading.Base.Subjects, reading.Base.Calendar, reading.At, options);
        if (conversion.Steps.IsEmpty)
        {
            return run.Refuse("no_path", new(
                $"The lifecycle {reading.Id} has no path of two stages or more: add a `path` to its definition.",
                $"Le cycle de vie {reading.Id} n'a pas de parcours d'au moins deux phases : ajoutez un « path » à sa définition."));
        }

        if (run.Json)
        {
            run.WriteJson(writer =>
            {
                reading.WriteHead(writer);
                ConversionJson.Write(writer, reading.Timelines.Stages, conversion);
            });
            return ExitCode.Done;
        }

        Show(run, reading, conversion);
        return ExitCode.Done;
    }

    private void Show(VerbRun run, TimelineReading reading, PathConversion conversion)
    {
        Language say = run.Language;
        string[] horizons = [.. ConversionOptions.Horizons.Select(days => say.Say($"{days} days", $"{days} jours"))];
        ConversionStep? weakest = conversion.Weakest;
        var sheet = new Sheet(
            Heading(reading, new("conversion along the path", "conversion le long du parcours")),
            [say.Say("From, to any later stage", "De, vers une phase suivante"), say.Say("Stays", "Séjours"), say.Say("Running", "En cours"), .. horizons, say.Say("180 days, N-1", "180 jours, N-1")]);
        foreach (ConversionStep step in conversion.Steps)
        {
            string mark = step == weakest ? say.Say(" (weakest)", " (la plus faible)") : string.Empty;
            sheet.Row([NameOf(reading, step.Stage) + mark, say.Count(step.Stays), say.Count(step.Running), .. step.Rates.Select(rate => Cell(say, rate)), Before(say, conversion, step)]);
        }

        sheet.Write(run.Terminal);
        foreach (ConversionMonth month in conversion.Months)
        {
            var monthly = new Sheet(
                say.Say("Entered in ", "Entrés en ") + Calendar.Label(month.Month, CalendarUnit.Month),
                [say.Say("From", "De"), say.Say("Stays", "Séjours"), say.Say("Running", "En cours"), .. horizons]);
            foreach (ConversionStep step in month.Steps.Where(step => step.Stays > 0))
            {
                monthly.Row([NameOf(reading, step.Stage), say.Count(step.Stays), say.Count(step.Running), .. step.Rates.Select(rate => Cell(say, rate))]);
            }

            monthly.Write(run.Terminal);
        }

        run.Terminal.Out.WriteLine(Sentence(say, reading, conversion, weakest));
    }

    private string Sentence(Language say, TimelineReading reading, PathConversion conversion, ConversionStep? weakest)
    {
        string minimum = conversion.Options.MinimumForWeakest.ToString(CultureInfo.InvariantCulture);
        if (weakest is null)
        {
            return say.Say(
                $"No step has {minimum} stays followed for 180 days: the weakest cannot be named yet.",
                $"Aucune étape n'a {minimum} séjours suivis pendant 180 jours : la plus faible ne peut pas encore être nommée.");
        }

        string share = Cell(say, weakest.At(ConversionOptions.ComparedHorizon));
        string name = NameOf(reading, weakest.Stage);
        return say.Say(
            $"The weakest step leaves {name}: {share} move on within 180 days (among steps with {minimum} stays or more followed that long).",
            $"L'étape la plus faible part de {name} : {share} avancent en 180 jours (parmi les étapes d'au moins {minimum} séjours suivis aussi longtemps).");
    }

    private static string Before(Language say, PathConversion conversion, ConversionStep step) =>
        conversion.YearEarlierOf(step, ConversionOptions.ComparedHorizon) is { } share ? say.Percent(share, 0) : "–";

    // "31 % (28-34)": never more digits than the figure deserves; a dash where too few were watched for that long.
    private static string Cell(Language say, ConversionRate rate) =>
        rate.Converted is null ? "–"
        : rate.Low is null ? say.Percent(rate.Converted, 0)
        : $"{say.Percent(rate.Converted, 0)} ({say.Number(rate.Low * 100, 0)}-{say.Number(rate.High * 100, 0)})";
}

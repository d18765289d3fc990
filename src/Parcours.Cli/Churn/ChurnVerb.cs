using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;

namespace Parcours.Cli.Churn;

/// <summary><c>parcours churn DEFINITION</c>: who is leaving, how sure that is, and why.</summary>
internal sealed class ChurnVerb : Verb
{
    private const int Shown = 20;
    private const int Bands = 5;

    private readonly Argument<string?> _id;
    private readonly Option<Moment?> _at;
    private readonly Option<Period?> _horizon;
    private readonly Option<string?> _out;
    private readonly Option<int?> _top;

    public ChurnVerb(Language language)
        : base(
            "churn",
            language,
            new("Who is leaving, and why; without a word, the ways of leaving that are defined", "Qui s'en va, et pourquoi ; sans mot, les formes d'attrition définies"),
            "parcours churn",
            "parcours churn stopped-buying --at 2026-03-01",
            "parcours churn stopped-buying --out leaving.csv")
    {
        _id = AddArgument<string?>(
            "DEFINITION", new("The churn definition's id, or a .yaml file", "L'identifiant de la définition d'attrition, ou un fichier .yaml"), ArgumentArity.ZeroOrOne);
        _at = AddMoment("--at", new("The date of the scores: a day counts to its end; the last day of the data when not given", "La date des scores : un jour compte jusqu'à sa fin ; le dernier jour des données si elle n'est pas donnée"));
        _horizon = HorizonOption.Make(language, language.Say("Another horizon than the definition's", "Un autre horizon que celui de la définition"));
        Add(_horizon);
        _out = AddOption<string?>("--out", "FILE", new("Write every score to a CSV file", "Écrire tous les scores dans un fichier CSV"));
        _top = AddOption<int?>("--top", "N", new("How many to show, those likeliest to leave first; 20 when not given", "Combien en montrer, les plus menacés d'abord ; 20 par défaut"));
    }

    public override int Run(VerbRun run)
    {
        if (run.Parsed.GetValue(_id) is not { } id)
        {
            return List(run);
        }

        ChurnDefinition definition = ChurnChoice.Find(run, id);
        definition = run.Parsed.GetValue(_horizon) is { } horizon ? definition with { Horizon = horizon } : definition;
        HistoryBase histories = run.LoadBase();
        Instant at = run.Parsed.GetValue(_at)?.On(histories.Calendar) ?? LastDay.Of(histories);
        using var progress = new ProgressLine(run.Terminal, run.Time, run.Language);
        (ChurnScores? scores, ChurnRefusal? refusal) = ChurnScores.Compute(
            definition, histories, at, run.WorkspaceFolder, share => progress.Show(share, (long)(share * 100), run.Language.Say("% of the scoring", "% du calcul")));
        if (refusal is not null)
        {
            throw new RefusedException(ChurnRefusals.Of(refusal, definition));
        }

        progress.Dispose();
        if (run.Parsed.GetValue(_out) is { } file)
        {
            ChurnCsv.Write(file, scores!, histories, run.Language);
        }

        if (run.Json)
        {
            run.WriteJson(writer => Write(writer, scores!, histories, Math.Max(0, run.Parsed.GetValue(_top) ?? Shown), run.Language));
        }
        else
        {
            Show(run, scores!, histories, Math.Max(0, run.Parsed.GetValue(_top) ?? Shown));
        }

        return ExitCode.Done;
    }

    private int List(VerbRun run)
    {
        var library = new ChurnLibrary(run.WorkspaceFolder);
        ChurnDefinition[] definitions = [.. library.Ids.Select(id => ChurnChoice.Find(run, id))];
        HistoryBase histories = run.LoadBase();
        Instant at = run.Parsed.GetValue(_at)?.On(histories.Calendar) ?? LastDay.Of(histories);
        ImmutableArray<ChurnOverview> overviews = ChurnOverview.Of(definitions, histories, at);
        if (run.Json)
        {
            run.WriteJson(writer =>
            {
                writer.WriteString("at", at.ToString());
                writer.WriteObjects("definitions", overviews, overview =>
                {
                    writer.WriteString("id", overview.Definition.Id);
                    writer.WriteString("name", run.Language.Say(overview.Definition.Name));
                    writer.WriteString("eligible", overview.Definition.Eligible.Text.Trim());
                    writer.WriteString("outcome", overview.Definition.Outcome.Text.Trim());
                    writer.WriteNumber("horizonDays", (int)Math.Round(overview.Definition.Horizon.ApproximateDays));
                    writer.WriteNumber("eligibleNow", overview.EligibleNow);
                    writer.WriteFigure("rate", overview.Rate);
                    writer.WriteFigure("rateYearEarlier", overview.RateYearEarlier);
                });
            });
            return ExitCode.Done;
        }

        Language language = run.Language;
        var sheet = new Sheet(
            language.Say($"Ways of leaving, at {language.Date(at, histories.Calendar)}", $"Formes d'attrition, au {language.Date(at, histories.Calendar)}"),
            "id", language.Say("<name", "<nom"), language.Say("could leave now", "concernés"), language.Say("days", "jours"),
            language.Say("left, last window", "partis, dernière période"), language.Say("a year earlier", "un an plus tôt"));
        foreach (ChurnOverview overview in overviews)
        {
            sheet.Row(
                overview.Definition.Id, language.Say(overview.Definition.Name), language.Count(overview.EligibleNow), language.Count((int)Math.Round(overview.Definition.Horizon.ApproximateDays)),
                language.Percent(overview.Rate), language.Percent(overview.RateYearEarlier));
        }

        sheet.Write(run.Terminal);
        return ExitCode.Done;
    }

    private static void Write(Utf8JsonWriter writer, ChurnScores scores, HistoryBase histories, int top, Language language)
    {
        writer.WriteString("definition", scores.Definition.Id);
        writer.WriteString("at", scores.At.ToString());
        writer.WriteNumber("horizonDays", (int)Math.Round(scores.Definition.Horizon.ApproximateDays));
        writer.WriteNumber("customers", scores.Subjects.Length);
        writer.WriteFigure("expectedToLeave", scores.Probabilities.Sum());
        writer.WriteString("learntAt", scores.LearntAt.ToString());
        writer.WriteNumber("learntFrom", scores.LearntRows);
        writer.WriteFigure("learntRate", scores.LearntRate);
        writer.WriteString("churnModel", scores.Selection.Chosen);
        writer.WriteString("churnModelDate", scores.LearntAt.ToString());
        writer.WriteNumber("churnModelVersion", scores.Version);
        BacktestJson.WriteSelection(writer, scores.Selection);
        writer.WriteObjects("scores", scores.Likeliest().Take(top), row =>
        {
            writer.WriteString("customer", histories.Subjects.KeyOf(scores.Subjects[row]));
            writer.WriteFigure("churn", scores.Probabilities[row]);
            writer.WriteFigure("pastLow", scores.PastShare(scores.Probabilities[row])?.Low);
            writer.WriteFigure("pastHigh", scores.PastShare(scores.Probabilities[row])?.High);
            writer.WriteTexts("reasons", scores.Reasons(scores.Subjects[row]).Select(reason => reason.In(language.Code)));
        });
    }

    private static void Show(VerbRun run, ChurnScores scores, HistoryBase histories, int top)
    {
        Language language = run.Language;
        int days = (int)Math.Round(scores.Definition.Horizon.ApproximateDays);
        run.Terminal.Out.WriteLine(language.Say(
            $"{language.Say(scores.Definition.Name)}, at {language.Date(scores.At, histories.Calendar)}: of {language.Count(scores.Subjects.Length)} customers, {language.Count((long)Math.Round(scores.Probabilities.Sum()))} are expected to leave within {days} days.",
            $"{language.Say(scores.Definition.Name)}, au {language.Date(scores.At, histories.Calendar)} : sur {language.Count(scores.Subjects.Length)} clients, {language.Count((long)Math.Round(scores.Probabilities.Sum()))} devraient partir dans les {days} jours."));
        run.Terminal.Out.WriteLine(language.Say(
            $"Learnt from {language.Count(scores.LearntRows)} customers at {language.Date(scores.LearntAt, histories.Calendar)}, of whom {language.Percent(scores.LearntRate)} left.",
            $"Appris de {language.Count(scores.LearntRows)} clients au {language.Date(scores.LearntAt, histories.Calendar)}, dont {language.Percent(scores.LearntRate)} sont partis."));
        BacktestAnswer.ShowChoice(run, scores.Selection);
        run.Terminal.Out.WriteLine(language.Say($"Model version {scores.Version}.", $"Modèle version {scores.Version}."));
        BacktestAnswer.ShowPast(run, scores.Selection, histories.Calendar);
        var bands = new Sheet(language.Say("How likely", "Probabilité"), language.Say("probability of leaving", "probabilité de partir"), language.Say("customers", "clients"));
        foreach (var band in scores.Probabilities.GroupBy(probability => Math.Min(Bands - 1, (int)(probability * Bands))).OrderByDescending(group => group.Key))
        {
            bands.Row($"{language.Percent(band.Key / (double)Bands, 0)} – {language.Percent((band.Key + 1) / (double)Bands, 0)}", language.Count(band.Count()));
        }

        bands.Write(run.Terminal);
        var sheet = new Sheet(
            language.Say("Likeliest to leave", "Les plus menacés"),
            language.Say("customer", "client"), language.Say("probability", "probabilité"), language.Say("of such scores in the past", "de tels scores par le passé"), language.Say("<reasons", "<raisons"));
        foreach (int row in scores.Likeliest().Take(top))
        {
            double probability = scores.Probabilities[row];
            string past = scores.PastShare(probability) is { } share ? $"{language.Percent(share.Low, 0)} – {language.Percent(share.High, 0)}" : "–";
            sheet.Row(
                histories.Subjects.KeyOf(scores.Subjects[row]), language.Percent(probability), past,
                string.Join(" ; ", scores.Reasons(scores.Subjects[row]).Select(reason => reason.In(language.Code))));
        }

        sheet.Write(run.Terminal);
    }
}

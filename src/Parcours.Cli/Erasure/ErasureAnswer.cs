using System.Text.Json;
using Parcours.Cli.Backups;
using Parcours.Cli.Frame;
using Parcours.Engine.Erasure;

namespace Parcours.Cli.Erasure;

/// <summary>Says what was erased, without naming anybody.</summary>
internal static class ErasureAnswer
{
    /// <summary>What a running server answered.</summary>
    public static ErasureOutcome Of(JsonElement answer) => new(
        answer.GetProperty("people").GetInt32(), answer.GetProperty("factsKept").GetInt32(), answer.GetProperty("factsDropped").GetInt32(),
        answer.GetProperty("quarantineEmptied").GetInt32(), answer.GetProperty("mentions").GetInt32())
    {
        Elsewhere = [.. answer.GetProperty("elsewhere").EnumerateArray().Select(path => path.GetString()!)],
        Backups = [.. answer.GetProperty("backups").EnumerateArray().Select(BackupLine.Of)],
        Unrecorded = [.. answer.GetProperty("unrecorded").EnumerateArray().Select(path => path.GetString()!)],
    };

    /// <summary>Writes it.</summary>
    public static void Write(VerbRun run, ErasureOutcome outcome)
    {
        if (run.Json)
        {
            run.WriteJson(json => Write(json, outcome));
            return;
        }

        TextWriter to = run.Terminal.Out;
        Language language = run.Language;
        to.WriteLine(language.Say($"Erased: {language.Count(outcome.People)} people.", $"Effacé : {language.Count(outcome.People)} personnes."));
        to.WriteLine(language.Say(
            $"{language.Count(outcome.FactsKept)} facts stay in the figures, under a random name and cut to the day; {language.Count(outcome.FactsDropped)} attributes and notes are gone.",
            $"{language.Count(outcome.FactsKept)} événements restent dans les chiffres, sous un nom tiré au hasard et au jour près ; {language.Count(outcome.FactsDropped)} attributs et notes ont disparu."));
        if (outcome.QuarantineEmptied + outcome.Mentions > 0)
        {
            to.WriteLine(language.Say(
                $"Also emptied: {language.Count(outcome.QuarantineEmptied)} lines put aside, and the name in {language.Count(outcome.Mentions)} facts of others.",
                $"Vidé aussi : {language.Count(outcome.QuarantineEmptied)} lignes à corriger, et le nom dans {language.Count(outcome.Mentions)} événements d'autres personnes."));
        }

        foreach (string path in outcome.Elsewhere)
        {
            to.WriteLine(language.Say($"Still names them, and is yours to delete: {path}", $"Les nomme encore, à supprimer par vos soins : {path}"));
        }

        BackupLine.Write(to, language, outcome.Backups);
        foreach (string folder in outcome.Unrecorded)
        {
            to.WriteLine(language.Say(
                $"Could not be told, so that a backup restored from there would bring them back: {folder}. Make a backup there, or restore with --erased.",
                $"N'a pas pu être averti, si bien qu'une sauvegarde restaurée de là les ferait revenir : {folder}. Faites-y une sauvegarde, ou restaurez avec --erased."));
        }
    }

    private static void Write(Utf8JsonWriter json, ErasureOutcome outcome)
    {
        json.WriteNumber("people", outcome.People);
        json.WriteNumber("facts_kept", outcome.FactsKept);
        json.WriteNumber("facts_dropped", outcome.FactsDropped);
        json.WriteNumber("quarantine_emptied", outcome.QuarantineEmptied);
        json.WriteNumber("mentions", outcome.Mentions);
        json.WriteTexts("elsewhere", outcome.Elsewhere);
        BackupLine.Write(json, outcome.Backups);
        json.WriteTexts("unrecorded", outcome.Unrecorded);
    }
}

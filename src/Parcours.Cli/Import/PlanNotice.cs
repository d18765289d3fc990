using Parcours.Cli.Frame;
using Parcours.Engine.Import;

namespace Parcours.Cli.Import;

/// <summary>Tells how a file will be read, before anything is stored.</summary>
internal static class PlanNotice
{
    private const int OthersShown = 12;

    /// <summary>Writes the notice to the error output.</summary>
    public static void Write(ImportPlan plan, VerbRun run)
    {
        Language language = run.Language;
        TextWriter to = run.Terminal.Error;
        to.WriteLine(language.Say($"{plan.Request.Path}: read as {plan.FormatName} ({Shape(plan)}).", $"{plan.Request.Path} : lu comme {plan.FormatName} ({Shape(plan)})."));
        if (plan.Columns.Count > 0)
        {
            to.WriteLine(language.Say("Columns: ", "Colonnes : ")
                + string.Join(", ", plan.Columns.Select(column => $"{column.Column} = {column.Header}{(column.Guessed ? language.Say(" (a guess)", " (supposé)") : "")}")) + ".");
        }

        if (plan.OtherHeaders.Count > 0)
        {
            string others = string.Join(", ", plan.OtherHeaders.Take(OthersShown)) + (plan.OtherHeaders.Count > OthersShown ? "…" : "");
            to.WriteLine(language.Say($"Kept as they are: {others}.", $"Gardées telles quelles : {others}."));
        }

        if (plan.DayFirst is { } dayFirst)
        {
            string order = dayFirst ? language.Say("day first", "jour d'abord") : language.Say("month first", "mois d'abord");
            to.WriteLine(plan.DateOrderProven
                ? language.Say($"Dates: {order}, as the column shows.", $"Dates : {order}, comme la colonne le montre.")
                : language.Say($"Dates: {order}; nothing in the file proves it. If that is wrong, write the dates as 2026-03-01.", $"Dates : {order} ; rien dans le fichier ne le prouve. Si c'est faux, écrivez les dates comme 2026-03-01."));
        }
    }

    private static string Shape(ImportPlan plan) => plan.Encoding == "xlsx" || plan.Columns.Count == 0
        ? plan.Encoding
        : $"{plan.Encoding}, {(plan.Delimiter == '\t' ? "tab" : plan.Delimiter.ToString())}";
}

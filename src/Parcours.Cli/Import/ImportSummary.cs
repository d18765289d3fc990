using Parcours.Cli.Frame;
using Parcours.Engine.Import;

namespace Parcours.Cli.Import;

/// <summary>Writes the account of an import.</summary>
internal static class ImportSummary
{
    private const int ReasonsShown = 3;

    /// <summary>Writes it, for people or for machines.</summary>
    public static void Write(ImportOutcome outcome, ImportPlan plan, bool dryRun, TimeSpan elapsed, VerbRun run)
    {
        if (run.Json)
        {
            run.WriteJson(json => ImportJson.Write(json, outcome, plan, dryRun));
            return;
        }

        Language language = run.Language;
        TextWriter to = run.Terminal.Out;
        ImportCounts counts = outcome.Counts!;
        string rate = language.Count((long)(counts.Read / Math.Max(elapsed.TotalSeconds, 0.001)));
        if (outcome.Resumed > 0)
        {
            to.WriteLine(language.Say($"An interrupted import was resumed: {language.Count(outcome.Resumed)} facts were already there.", $"Un import interrompu a été repris : {language.Count(outcome.Resumed)} événements étaient déjà là."));
        }

        to.WriteLine(language.Say(
            $"{language.Count(counts.Read)} lines read in {language.Number(elapsed.TotalSeconds)} s ({rate}/s): {language.Count(counts.Stored)} {(dryRun ? "would be stored" : "stored")}, {language.Count(counts.Duplicates)} already known, {language.Count(counts.Quarantined)} put aside.",
            $"{language.Count(counts.Read)} lignes lues en {language.Number(elapsed.TotalSeconds)} s ({rate}/s) : {language.Count(counts.Stored)} {(dryRun ? "seraient enregistrées" : "enregistrées")}, {language.Count(counts.Duplicates)} déjà connues, {language.Count(counts.Quarantined)} mises de côté."));
        to.WriteLine(language.Say(
            $"They hold {language.Count(counts.Customers)} customers, {language.Count(counts.Orders)} orders and {language.Count(counts.Refunds)} refunds.",
            $"Elles contiennent {language.Count(counts.Customers)} clients, {language.Count(counts.Orders)} commandes et {language.Count(counts.Refunds)} remboursements."));
        foreach (QuarantineReason reason in outcome.Reasons.Take(ReasonsShown))
        {
            to.WriteLine(language.Say(
                $"  {reason.Reason.En}: {language.Count(reason.Lines)} (line {reason.ExampleLine}: {reason.Example})",
                $"  {reason.Reason.Fr} : {language.Count(reason.Lines)} (ligne {reason.ExampleLine} : {reason.Example})"));
        }

        if (outcome.QuarantineFile is { } file)
        {
            to.WriteLine(language.Say($"The lines put aside are in {file}.", $"Les lignes mises de côté sont dans {file}."));
        }

        if (outcome.AssumedCurrency is { } currency)
        {
            to.WriteLine(language.Say(
                $"Nothing names a currency: {currency} was assumed. If that is wrong, import into a new workspace with --currency.",
                $"Rien ne nomme de devise : {currency} a été supposé. Si c'est faux, importez dans un nouvel espace avec --currency."));
        }

        if (outcome.OrdersAdjusted > 0)
        {
            to.WriteLine(language.Say(
                $"{language.Count(outcome.OrdersAdjusted)} orders already known have another total in this file: the difference {(dryRun ? "would be" : "was")} stored.",
                $"{language.Count(outcome.OrdersAdjusted)} commandes déjà connues ont un autre total dans ce fichier : la différence {(dryRun ? "serait" : "est")} enregistrée."));
        }

        if (outcome.RefundedLess > 0)
        {
            to.WriteLine(language.Say(
                $"{language.Count(outcome.RefundedLess)} orders are refunded less in this file than is already known: the larger amount stays.",
                $"{language.Count(outcome.RefundedLess)} commandes sont moins remboursées dans ce fichier que ce qui est déjà connu : le montant le plus élevé reste."));
        }

        if (outcome.JoinsRefused > 0)
        {
            to.WriteLine(language.Say(
                $"{language.Count(outcome.JoinsRefused)} times a line gave one person a key that another customer already has: they stay two customers.",
                $"{language.Count(outcome.JoinsRefused)} fois, une ligne donnait à une personne une clé qu'un autre client a déjà : ils restent deux clients."));
        }

        if (dryRun)
        {
            to.WriteLine(language.Say("Nothing was stored (--dry-run).", "Rien n'a été enregistré (--dry-run)."));
        }
    }
}

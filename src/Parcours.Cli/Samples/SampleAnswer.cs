using System.Globalization;
using Parcours.Cli.Frame;
using Parcours.Engine.Import;
using Parcours.Engine.Samples;

namespace Parcours.Cli.Samples;

/// <summary>Says what became of filling a workspace with the sample shop.</summary>
internal static class SampleAnswer
{
    /// <summary>Writes the answer, with the truth.</summary>
    /// <returns>The exit code.</returns>
    public static int Write(VerbRun run, SampleShop shop, SampleOptions options, SampleFilling filling)
    {
        if (filling is SampleFilling.OtherShop other)
        {
            return run.Refuse("other_sample_shop", new(
                $"{run.WorkspaceFolder} holds another sample shop (seed {other.Seed}, until {other.Until}): name another folder with --workspace.",
                $"{run.WorkspaceFolder} contient un autre magasin d'exemple (graine {other.Seed}, jusqu'au {other.Until}) : nommez un autre dossier avec --workspace."));
        }

        ImportCounts? counts = (filling as SampleFilling.Written)?.Counts;
        if (run.Json)
        {
            Json(run, shop, counts);
        }
        else
        {
            Words(run, shop.Truth, options, counts);
        }

        return ExitCode.Done;
    }

    private static void Json(VerbRun run, SampleShop shop, ImportCounts? counts) => run.WriteJson(json =>
    {
        json.WriteNumber("read", counts?.Read ?? 0);
        json.WriteNumber("stored", counts?.Stored ?? 0);
        json.WriteNumber("duplicates", counts?.Duplicates ?? 0);
        json.WriteNumber("quarantined", 0);
        json.WriteNumber("customers", counts?.Customers ?? 0);
        json.WriteNumber("orders", counts?.Orders ?? 0);
        json.WriteNumber("refunds", counts?.Refunds ?? 0);
        json.WriteBoolean("already_there", counts is null);
        SampleVerb.Truth(json, shop);
    });

    private static void Words(VerbRun run, ShopTruth truth, SampleOptions options, ImportCounts? counts)
    {
        Language language = run.Language;
        string until = options.Until.ToString(language.Say("yyyy-MM-dd", "dd/MM/yyyy"), CultureInfo.InvariantCulture);
        TextWriter output = run.Terminal.Out;
        output.WriteLine(counts is null
            ? language.Say($"The sample shop is already in {run.WorkspaceFolder}.", $"Le magasin d'exemple est déjà dans {run.WorkspaceFolder}.")
            : language.Say(
                $"Sample shop: {language.Count(counts.Stored)} facts of {language.Count(counts.Customers)} customers and accounts, {language.Count(counts.Orders)} orders, three years until {until}, in {run.WorkspaceFolder}.",
                $"Magasin d'exemple : {language.Count(counts.Stored)} événements de {language.Count(counts.Customers)} clients et comptes, {language.Count(counts.Orders)} commandes, trois ans jusqu'au {until}, dans {run.WorkspaceFolder}."));
        output.WriteLine(language.Say(
            $"Its truth: {language.Percent(truth.BuyerShare, 0)} become buyers; Pareto/NBD with r = {language.Number(truth.Shape, 2)}, alpha = {language.Number(truth.RateDays, 1)} days, s = {language.Number(truth.DropoutShape, 2)}, beta = {language.Number(truth.DropoutRateDays, 0)} days; {language.Percent(truth.MonthlyChurnAt(0))} of new buyers drop out in a month.",
            $"Sa vérité : {language.Percent(truth.BuyerShare, 0)} deviennent acheteurs ; Pareto/NBD avec r = {language.Number(truth.Shape, 2)}, alpha = {language.Number(truth.RateDays, 1)} jours, s = {language.Number(truth.DropoutShape, 2)}, beta = {language.Number(truth.DropoutRateDays, 0)} jours ; {language.Percent(truth.MonthlyChurnAt(0))} des nouveaux acheteurs s'en vont en un mois."));
    }
}

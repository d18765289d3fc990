using System.CommandLine;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Engine.Samples;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Samples;

/// <summary><c>parcours sample</c>: writes the sample shop into the workspace, or as a file of order lines.</summary>
internal sealed class SampleVerb : Verb
{
    private readonly SampleChoices _choices;
    private readonly Option<bool> _ordersOnly;
    private readonly Option<string?> _csv;

    public SampleVerb(Language language)
        : base("sample", language, new(
            "Makes a sample shop with a known truth, of any size: into the workspace, or as a CSV file.",
            "Fabrique un magasin d'exemple dont la vérité est connue, de toute taille : dans l'espace, ou en fichier CSV."),
            "parcours sample --customers 100000 --seed 7",
            "parcours sample --customers 1000000 --orders-only --csv orders.csv")
    {
        _choices = new SampleChoices(language, Add);
        _ordersOnly = AddOption<bool>("--orders-only", null, new(
            "Orders and nothing else, about twenty for each customer",
            "Des commandes et rien d'autre, une vingtaine par client"));
        _csv = AddOption<string?>("--csv", "FILE", new(
            "Write the order lines to this file; the workspace is left alone",
            "Écrire les lignes de commande dans ce fichier ; l'espace n'est pas touché"));
    }

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        SampleOptions options = _choices.Read(run) with { OrdersOnly = run.Parsed.GetValue(_ordersOnly) };
        var shop = new SampleShop(options);
        return run.Parsed.GetValue(_csv) is { } path ? WriteFile(run, shop, options, path) : FillWorkspace(run, shop, options);
    }

    private static int FillWorkspace(VerbRun run, SampleShop shop, SampleOptions options)
    {
        SampleFilling filling;
        using (IWorkspaceStore store = run.OpenToWrite())
        using (var line = new ProgressLine(run.Terminal, run.Time, run.Language))
        {
            filling = shop.Fill(store, new SampleBar(line, options.Customers, run.Language.Say("facts", "événements")), run.Cancellation);
        }

        return SampleAnswer.Write(run, shop, options, filling);
    }

    private static int WriteFile(VerbRun run, SampleShop shop, SampleOptions options, string path)
    {
        long lines;
        try
        {
            using FileStream file = File.Create(path);
            using var line = new ProgressLine(run.Terminal, run.Time, run.Language);
            lines = shop.WriteOrderLines(file, new SampleBar(line, options.Customers, run.Language.Say("lines", "lignes")), run.Cancellation);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            string reason = fault.Message.TrimEnd('.');
            return run.Refuse("file_unwritable", new($"{path} cannot be written: {reason}.", $"{path} ne peut pas être écrit : {reason}."));
        }

        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteString("file", path);
                json.WriteNumber("lines", lines);
                Truth(json, shop);
            });
            return ExitCode.Done;
        }

        run.Terminal.Out.WriteLine(run.Language.Say(
            $"{path}: {run.Language.Count(lines)} order lines of {run.Language.Count(options.Customers)} customers.",
            $"{path} : {run.Language.Count(lines)} lignes de commande de {run.Language.Count(options.Customers)} clients."));
        return ExitCode.Done;
    }

    /// <summary>Writes the truth as a member of an answer.</summary>
    internal static void Truth(Utf8JsonWriter json, SampleShop shop)
    {
        json.WritePropertyName("truth");
        using var truth = JsonDocument.Parse(shop.TruthDocument);
        truth.WriteTo(json);
    }
}

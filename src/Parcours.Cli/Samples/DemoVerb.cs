using System.CommandLine;
using System.Globalization;
using Parcours.Cli.Frame;
using Parcours.Engine.Samples;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Samples;

/// <summary>
/// <c>parcours demo</c>: makes a sample shop in a folder of its own, shows its lifecycle, writes its report and serves it. Run again, it uses what is
/// there; with another seed or size it starts that folder afresh, but never one that was named with --workspace.
/// </summary>
internal sealed class DemoVerb : Verb
{
    private const string ReportFile = "report.html";

    private readonly SampleChoices _choices;
    private readonly Option<string?> _report;
    private readonly Option<int?> _port;
    private readonly Option<bool> _noServe;

    public DemoVerb(Language language)
        : base("demo", language, new(
            "Shows Parcours at work: makes a sample shop, prints its lifecycle, writes report.html and starts the server on it.",
            "Montre Parcours à l'œuvre : fabrique un magasin d'exemple, affiche son cycle de vie, écrit report.html et démarre le serveur."),
            "parcours demo",
            "parcours demo --customers 20000 --no-serve --lang fr")
    {
        _choices = new SampleChoices(language, Add);
        _report = AddOption<string?>("--output", language.Say("FILE", "FICHIER"), new("The report to write; report.html when not given", "Le rapport à écrire ; report.html par défaut"));
        _report.Aliases.Add("-o");
        _port = AddOption<int?>("--port", "N", new("The server's port; 5170 when not given", "Le port du serveur ; 5170 par défaut"));
        _noServe = AddOption<bool>("--no-serve", null, new("Ends after the report, without a server", "S'arrête après le rapport, sans serveur"));
    }

    /// <inheritdoc/>
    public override string? OwnWorkspace => "parcours-demo";

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        SampleOptions options = _choices.Read(run);
        var shop = new SampleShop(options);
        SampleFilling filling = Fill(run, shop, options);
        if (filling is SampleFilling.OtherShop && !run.WorkspaceWasTyped)
        {
            Directory.Delete(run.WorkspaceFolder, recursive: true);
            filling = Fill(run, shop, options);
        }

        int code = SampleAnswer.Write(run, shop, options, filling);
        string at = options.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return code != ExitCode.Done ? code
            : Then(run, "lifecycle", "show", "crm-segments", "--at", at) is var shown and not ExitCode.Done ? shown
            : Then(run, "report", "--at", at, "-o", run.Parsed.GetValue(_report) ?? ReportFile) is var written and not ExitCode.Done ? written
            : run.Parsed.GetValue(_noServe) ? ExitCode.Done
            : Then(run, ["serve", .. run.Parsed.GetValue(_port) is { } port ? ["--port", port.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>()]);
    }

    private static SampleFilling Fill(VerbRun run, SampleShop shop, SampleOptions options)
    {
        using IWorkspaceStore store = run.OpenToWrite();
        using var line = new ProgressLine(run.Terminal, run.Time, run.Language);
        return shop.Fill(store, new SampleBar(line, options.Customers, run.Language.Say("facts", "événements")), run.Cancellation);
    }

    // The words are shown as a person would type them, to be learnt by watching.
    private static int Then(VerbRun run, params string[] words)
    {
        if (!run.Json)
        {
            string folder = Path.GetRelativePath(Directory.GetCurrentDirectory(), run.WorkspaceFolder);
            run.Terminal.Out.WriteLine();
            run.Terminal.Out.WriteLine($"$ parcours {string.Join(' ', words)} --workspace {folder}");
        }

        return run.Also(words);
    }
}

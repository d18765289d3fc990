using System.CommandLine;
using System.Globalization;
using Parcours.Cli.Frame;
using Parcours.Engine.Samples;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Samples;

/// <summary>
/// <c>parcours demo</c>: makes a sample shop in a folder of its own, shows its lifecycle and writes its report. Run again, it uses what is
/// there; with another seed or size it starts that folder afresh, but never one that was named with --workspace.
/// </summary>
internal sealed class DemoVerb : Verb
{
    private const string ReportFile = "report.html";

    private readonly SampleChoices _choices;
    private readonly Option<string?> _report;

    public DemoVerb(Language language)
        : base("demo", language, new(
            "Shows Parcours at work: makes a sample shop, prints its lifecycle and writes report.html.",
            "Montre Parcours à l'œuvre : fabrique un magasin d'exemple, affiche son cycle de vie et écrit report.html."),
            "parcours demo",
            "parcours demo --customers 20000 --lang fr")
    {
        _choices = new SampleChoices(language, Add);
        _report = AddOption<string?>("--output", language.Say("FILE", "FICHIER"), new("The report to write; report.html when not given", "Le rapport à écrire ; report.html par défaut"));
        _report.Aliases.Add("-o");
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
            : Then(run, "report", "--at", at, "-o", run.Parsed.GetValue(_report) ?? ReportFile);
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

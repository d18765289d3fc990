using System.CommandLine;
using System.Globalization;
using Parcours.Cli.Frame;
using Parcours.Engine.Import;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Import;

/// <summary><c>import FILE</c>: a file's facts into the workspace.</summary>
internal sealed class ImportVerb : Verb
{
    private readonly Argument<string> _file;
    private readonly Option<string?> _kind;
    private readonly Option<string[]> _map;
    private readonly Option<string?> _currency;
    private readonly Option<string?> _source;
    private readonly Option<bool> _force;
    private readonly Option<bool> _dryRun;

    public ImportVerb(Language language)
        : base(
            "import",
            language,
            new("Import a file of orders, customers, products, messages, surveys, complaints, advertising spend or facts", "Importer un fichier de commandes, clients, produits, messages, enquêtes, réclamations, dépenses publicitaires ou événements"),
            "parcours import orders.csv",
            "parcours import sales.xlsx --map customer=CustomerID --map date=InvoiceDate --currency GBP",
            "parcours import clients.csv --as customers --dry-run")
    {
        _file = AddArgument<string>("FILE", new("A CSV, .xlsx or NDJSON file", "Un fichier CSV, .xlsx ou NDJSON"));
        _kind = AddOption<string?>("--as", "KIND", new(
            $"What the file holds: {string.Join(", ", Importer.Kinds)}; orders when not given, facts for NDJSON",
            $"Ce que contient le fichier : {string.Join(", ", Importer.Kinds)} ; orders par défaut, facts pour du NDJSON"));
        _map = AddOption<string[]>("--map", "KEY=HEADER", new("Which column means what, where it is not recognised; may be repeated", "Quelle colonne veut dire quoi, si elle n'est pas reconnue ; peut être répété"));
        _currency = AddOption<string?>("--currency", "CODE", new("The currency of amounts that name none, as GBP", "La devise des montants qui n'en nomment pas, par exemple GBP"));
        _source = AddOption<string?>("--source", "NAME", new("Tells two sources of the same kind apart, as two shops", "Distingue deux sources du même type, par exemple deux boutiques"));
        _force = AddOption<bool>("--force", null, new("Import the other lines even when more than 10 % cannot be read", "Importer les autres lignes même si plus de 10 % sont illisibles"));
        _dryRun = AddOption<bool>("--dry-run", null, new("Read everything, store nothing", "Tout lire, ne rien enregistrer"));
    }

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        var request = new ImportRequest(run.Parsed.GetRequiredValue(_file))
        {
            Kind = run.Parsed.GetValue(_kind),
            Map = run.Parsed.GetValue(_map) ?? [],
            Currency = run.Parsed.GetValue(_currency),
            AssumedCurrency = CurrencyOf(run.Environment),
            Source = run.Parsed.GetValue(_source),
            Force = run.Parsed.GetValue(_force),
            Language = run.Language.Code,
            QuarantineFolder = run.Parsed.GetValue(_dryRun) ? null : Path.Combine(run.WorkspaceFolder, "quarantine"),
        };
        ImportPlan? plan = Importer.Plan(request, out ImportRefusal? refusal);
        if (plan is null)
        {
            return run.Refuse(refusal!.Code, refusal.Sentence);
        }

        if (!run.Json)
        {
            PlanNotice.Write(plan, run);
        }

        bool dryRun = run.Parsed.GetValue(_dryRun);
        TimeSpan elapsed;
        ImportOutcome outcome;
        using (IWorkspaceStore? store = dryRun ? Existing(run) : run.OpenToWrite())
        {
            using var meter = ImportMeter.On(run);
            var importer = new Importer(run.Time);
            long start = run.Time.GetTimestamp();
            outcome = dryRun
                ? importer.Try(plan, store, new WorkspaceSettings("UTC", 0), meter, run.Cancellation)
                : importer.Run(plan, store!, meter, run.Cancellation);
            elapsed = run.Time.GetElapsedTime(start);
        }

        if (outcome.Refusal is { } refused)
        {
            return run.Refuse(refused.Code, refused.Sentence);
        }

        ImportSummary.Write(outcome, plan, dryRun, elapsed, run);
        return ExitCode.Done;
    }

    /// <summary>The workspace a trial is compared with; none when there is none yet.</summary>
    private static IWorkspaceStore? Existing(VerbRun run)
    {
        try
        {
            return run.OpenToRead();
        }
        catch (WorkspaceException refused) when (refused.Refusal is WorkspaceRefusal.Missing)
        {
            return null;
        }
    }

    /// <summary>The currency of the system's region: LC_ALL, LC_MONETARY, LANG; dollars when it names none.</summary>
    private static string CurrencyOf(Func<string, string?> environment)
    {
        string[] variables = ["LC_ALL", "LC_MONETARY", "LANG"];
        string system = variables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? string.Empty;
        string region = system.Split('.', '@')[0].Replace('_', '-');
        if (region.Length < 5)
        {
            return region.StartsWith("fr", StringComparison.Ordinal) ? "EUR" : "USD";
        }

        try
        {
            return new RegionInfo(region).ISOCurrencySymbol;
        }
        catch (ArgumentException)
        {
            return "USD";
        }
    }
}

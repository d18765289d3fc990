using System.CommandLine;
using System.Text;
using Parcours.Cli.Churn;
using Parcours.Cli.Frame;
using Parcours.Cli.Lifecycles;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Churn;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Reports;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Reports;

/// <summary><c>parcours report -o report.html</c>: the whole story of a lifecycle in one HTML page that loads nothing.</summary>
internal sealed class ReportVerb : Verb
{
    private const string DefaultFile = "report.html";
    private const string DefaultLifecycle = "crm-segments";

    private readonly Option<string?> _file;
    private readonly Option<string?> _lifecycle;
    private readonly Option<Moment?> _at;

    public ReportVerb(Language language)
        : base(
            "report",
            language,
            new("One HTML page, without network: stages, flows, conversion, cohorts, RFM, rhythm, who is leaving", "Une page HTML, sans réseau : phases, flux, conversion, cohortes, RFM, rythme d'achat, qui s'en va"),
            "parcours report -o report.html",
            "parcours report --at 2026-03-01 --lifecycle relation --lang fr")
    {
        _file = AddOption<string?>("--output", language.Say("FILE", "FICHIER"), new($"The file to write; {DefaultFile} when not given", $"Le fichier à écrire ; {DefaultFile} par défaut"));
        _file.Aliases.Add("-o");
        _lifecycle = AddOption<string?>("--lifecycle", "ID", new($"The lifecycle; {DefaultLifecycle} when not given", $"Le cycle de vie ; {DefaultLifecycle} par défaut"));
        _at = AddAt();
    }

    public override int Run(VerbRun run)
    {
        string file = Path.GetFullPath(run.Parsed.GetValue(_file) ?? DefaultFile);
        if (Directory.Exists(file))
        {
            return run.Refuse("output_is_folder", new($"{file} is a folder: name a file, as -o {DefaultFile}.", $"{file} est un dossier : nommez un fichier, comme -o {DefaultFile}."));
        }

        using IWorkspaceStore store = run.OpenToRead();
        LifecycleLibrary library = LifecycleChoice.Library(run, store);
        LifecycleDefinition definition = LifecycleChoice.Find(library, run.Parsed.GetValue(_lifecycle) ?? DefaultLifecycle);
        ChurnDefinition leaving = ChurnChoice.Find(run, ChurnLibrary.Usual);
        HistoryBase histories = store.Load(null);
        Instant at = run.At(_at, histories.Calendar);
        string html = Report.Html(library.Analyse(definition, histories), at, run.Language.Code, leaving, run.WorkspaceFolder);
        long bytes = Write(file, html);
        if (run.Json)
        {
            run.WriteJson(writer =>
            {
                writer.WriteString("file", file);
                writer.WriteString("lifecycle", definition.Id);
                writer.WriteString("at", at.ToString());
                writer.WriteNumber("bytes", bytes);
            });
            return ExitCode.Done;
        }

        Language say = run.Language;
        run.Terminal.Out.WriteLine(say.Say($"{file} is written ({say.Count(bytes / 1024)} kB): open it in any browser.", $"{file} est écrit ({say.Count(bytes / 1024)} ko) : ouvrez-le dans un navigateur."));
        HintAtOldFacts(run, histories, at);
        return ExitCode.Done;
    }

    // Beside the file, then in its place: a reader never meets half a page.
    private static long Write(string file, string html)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            string beside = file + ".part";
            File.WriteAllText(beside, html, new UTF8Encoding(false));
            File.Move(beside, file, overwrite: true);
            return new FileInfo(file).Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException(new Refusal("output_not_writable", new(
                $"{file} cannot be written: {e.Message} Choose another place with -o.",
                $"Impossible d'écrire {file} : {e.Message} Choisissez un autre endroit avec -o.")));
        }
    }

    private static void HintAtOldFacts(VerbRun run, HistoryBase histories, Instant at)
    {
        Instant last = FactSpan.Of(histories).Last;
        if (last < YearEarlier.Of(at, histories.Calendar) && last != Instant.Beginning)
        {
            string day = Calendar.DateOf(histories.Calendar.DayOf(last)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            run.Terminal.Out.WriteLine(run.Language.Say(
                $"The last fact is of {day}: add --at {day} to see the base as it stood then.",
                $"Le dernier événement est du {day} : ajoutez --at {day} pour voir la base telle qu'elle était alors."));
        }
    }
}

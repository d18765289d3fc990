using Parcours.Cli.Frame;
using Parcours.Server.Sources;

namespace Parcours.Cli.Sources;

/// <summary><c>parcours source list</c>: the sources, without their secrets. It reads their files, also beside a server.</summary>
internal sealed class SourceListVerb(Language language) : Verb(
    "list", language, new("The sources there are", "Les sources déclarées"), "parcours source list")
{
    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        List<SourceLine> sources = [.. new SourceBook(run.WorkspaceFolder, run.Time).All().Select(SourceLine.Of)];
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteObjects("sources", sources, source => source.Write(json));
            });
            return ExitCode.Done;
        }

        var sheet = new Sheet(string.Empty, "Id", "<" + run.Language.Say("Kind", "Type"), "<" + run.Language.Say("Name", "Nom"), "<Webhooks", "<" + run.Language.Say("Asked at", "Interrogée à"));
        foreach (SourceLine source in sources)
        {
            sheet.Row(run.Language.Count(source.Number), source.Kind, source.Name, source.HookPath ?? "–", source.Address ?? "–");
        }

        sheet.Write(run.Terminal);
        return ExitCode.Done;
    }
}

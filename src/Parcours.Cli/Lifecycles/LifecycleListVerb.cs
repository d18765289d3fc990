using Parcours.Cli.Frame;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Lifecycles;

namespace Parcours.Cli.Lifecycles;

/// <summary><c>parcours lifecycle list</c>: the lifecycles one can show, the company's own first among equals.</summary>
internal sealed class LifecycleListVerb(Language language) : Verb(
    "list", language, new("The lifecycles there are", "Les cycles de vie disponibles"), "parcours lifecycle list")
{
    public override int Run(VerbRun run)
    {
        var library = new LifecycleLibrary(run.WorkspaceFolder, _ => null);
        LifecycleDefinition[] all = [.. library.Ids.Select(id => LifecycleChoice.Find(library, id))];
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteObjects("lifecycles", all, definition =>
                {
                    json.WriteString("id", definition.Id);
                    json.WriteString("name", run.Language.Say(definition.Name));
                    json.WriteString("subject", definition.Subject == SubjectType.Account ? "account" : "customer");
                    json.WriteString("source", definition.Source);
                });
            });
            return ExitCode.Done;
        }

        var sheet = new Sheet(string.Empty, "Id", "<" + run.Language.Say("Name", "Nom"), "<" + run.Language.Say("Path", "Parcours"));
        foreach (LifecycleDefinition definition in all)
        {
            sheet.Row(definition.Id, run.Language.Say(definition.Name), string.Join(" › ", definition.Path.Select(index => run.Language.Say(definition.Stages[index].Name))));
        }

        sheet.Write(run.Terminal);
        return ExitCode.Done;
    }
}

using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Cli.Lifecycles;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Customers;
using Parcours.Engine.Lifecycles;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Customers;

/// <summary><c>parcours customer ID</c>: one customer: facts, stages over time, why, and the next change.</summary>
internal sealed class CustomerVerb : Verb
{
    private readonly Argument<string> _id;
    private readonly Option<Moment?> _at;
    private readonly Option<string?> _lifecycle;
    private readonly Option<bool> _all;

    public CustomerVerb(Language language)
        : base("customer", language, new("One customer: facts, stages over time, why, and the next change", "Un client : événements, phases dans le temps, pourquoi, et le prochain changement"),
            "parcours customer 00042", "parcours customer marie@example.org --lifecycle relation --at 2026-03-01")
    {
        _id = AddArgument<string>("ID", new("The customer's number, e-mail, telephone or loyalty card", "Le numéro du client, son e-mail, son téléphone ou sa carte de fidélité"));
        _at = AddAt();
        _lifecycle = AddOption<string?>("--lifecycle", "ID", new("Only this lifecycle; every one when not given", "Ce cycle de vie seulement ; tous s'il n'est pas donné"));
        _all = AddOption<bool>("--all", null, new("Every fact, not the last twenty", "Tous les événements, pas les vingt derniers"));
    }

    public override int Run(VerbRun run)
    {
        string id = run.Parsed.GetValue(_id)!;
        using IWorkspaceStore store = run.OpenToRead();
        int subject = store.FindSubject(id);
        if (subject < 0)
        {
            return run.Refuse("unknown_customer", new(
                $"There is no customer \"{id}\" in {run.WorkspaceFolder}: give a customer number, e-mail, telephone or loyalty card that a file brought.",
                $"Il n'y a pas de client « {id} » dans {run.WorkspaceFolder} : donnez un numéro de client, un e-mail, un téléphone ou une carte de fidélité apporté par un fichier."));
        }

        LifecycleLibrary library = LifecycleChoice.Library(run, store);
        string? only = run.Parsed.GetValue(_lifecycle);
        LifecycleDefinition[] definitions = [.. (only is null ? library.Ids : [only]).Select(name => LifecycleChoice.Find(library, name))];
        HistoryBase histories = store.Load(null);
        Instant at = run.At(_at, histories.Calendar);
        SubjectType type = histories.Subjects.TypeOf(subject);
        var stages = definitions.Where(definition => definition.Subject == type)
            .Select(definition => CustomerStages.Of(library.Analyse(definition, histories), subject, at, run.Language.Code))
            .OfType<CustomerStages>().ToList();
        FactLine[] facts = FactLines.Of(histories, store, subject, at);
        if (run.Json)
        {
            run.WriteJson(json => CustomerJson.Write(json, histories.Subjects.KeyOf(subject), facts, stages));
        }
        else
        {
            new CustomerSheet(run, histories).Write(histories.Subjects.KeyOf(subject), facts, stages, run.Parsed.GetValue(_all));
        }

        return ExitCode.Done;
    }
}

using System.CommandLine;
using System.Globalization;
using Parcours.Cli.Frame;
using Parcours.Cli.Serving;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Engine.Erasure;
using Parcours.Engine.Live;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Erasure;

/// <summary><c>parcours erase ID</c>: forgets a person for good.</summary>
internal sealed class EraseVerb : Verb
{
    private readonly Argument<string> _id;

    public EraseVerb(Language language)
        : base("erase", language, new(
            "Forgets a person for good: nothing names them any more, figures by day stay true, and no file brings them back",
            "Oublie une personne pour de bon : plus rien ne la nomme, les chiffres par jour restent vrais, et aucun fichier ne la ramène"),
            "parcours erase marie@example.org") =>
        _id = AddArgument<string>("ID", new("The customer's number, e-mail, telephone or loyalty card", "Le numéro du client, son e-mail, son téléphone ou sa carte de fidélité"));

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        string id = run.Parsed.GetValue(_id)!;
        using RunningServer? server = RunningServer.Of(run);
        if (server is not null)
        {
            ErasureAnswer.Write(run, ErasureAnswer.Of(server.Post("/api/erasures", json => json.WriteString("customer", id))));
            return ExitCode.Done;
        }

        using (run.OpenToRead())
        {
            // A workspace that is missing must not be made here.
        }

        using IWorkspaceStore store = run.OpenToWrite();
        using var live = LiveWorkspace.Open(store.BeginLive, null);
        int identity = live.Ask(graph => graph.FindAny(id) is >= 0 and var found ? graph.PlaceOf(found) : -1).GetAwaiter().GetResult();
        if (identity < 0)
        {
            return run.Refuse("unknown_customer", new("There is no such customer: nothing was erased.", "Il n'y a pas de tel client : rien n'a été effacé."));
        }

        ErasureOutcome outcome = live.Erase([identity], run.Now).GetAwaiter().GetResult();
        if (outcome.People == 0)
        {
            return run.Refuse("not_a_person", new("That is an account, not a person: nothing was erased.", "C'est un compte, pas une personne : rien n'a été effacé."));
        }

        using IAccessStore access = store.OpenAccess();
        access.Write(new Audited(run.Now, Caller.LocalOwner.Known, "person.erased"), string.Create(CultureInfo.InvariantCulture, $"identity:{identity}"));
        using IBackupStore backups = store.OpenBackups();
        ErasureAnswer.Write(run, new BackupShelf(backups).Told(outcome, run.Now));
        return ExitCode.Done;
    }
}

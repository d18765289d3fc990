using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using Parcours.Cli.Backups;
using Parcours.Cli.Erasure;
using Parcours.Cli.Frame;
using Parcours.Cli.Serving;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Backups;
using Parcours.Engine.Erasure;
using Parcours.Engine.Live;
using Parcours.Engine.Retention;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Retention;

/// <summary><c>parcours retention</c>: whose time is over; with <c>--apply</c>, erases them.</summary>
internal sealed class RetentionVerb : Verb
{
    private readonly Option<bool> _dryRun;
    private readonly Option<bool> _apply;

    public RetentionVerb(Language language)
        : base("retention", language, new(
            "Whose time is over: by default three years after the last contact that came from them",
            "Les personnes dont la durée de conservation est passée : par défaut trois ans après le dernier contact venu d'elles"),
            "parcours retention --dry-run", "parcours retention --apply")
    {
        _dryRun = AddOption<bool>("--dry-run", null, new("Only list them and the backups whose time is over: what happens unless --apply is given", "Les lister seulement, avec les sauvegardes dont la durée est passée : ce qui se passe sans --apply"));
        _apply = AddOption<bool>("--apply", null, new("Erase them and delete those backups, for good", "Les effacer et supprimer ces sauvegardes, pour de bon"));
    }

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        bool apply = run.Parsed.GetValue(_apply);
        if (apply && run.Parsed.GetValue(_dryRun))
        {
            throw new RefusedException(new Refusal("wrong_usage", new("Give --dry-run or --apply, not both.", "Donnez --dry-run ou --apply, pas les deux.")), ExitCode.WrongUsage);
        }

        HistoryBase histories = run.LoadBase();
        (RetentionRule? rule, ImmutableArray<ExpressionError> errors) = RetentionRule.InFolder(run.WorkspaceFolder, histories);
        if (rule is null)
        {
            return run.Refuse("retention_invalid", new($"{RetentionRule.FileName} cannot be used: {errors[0]}.", $"{RetentionRule.FileName} ne peut pas servir : {errors[0]}."));
        }

        return apply ? Apply(run, rule) : List(run, histories, rule);
    }

    private static int Apply(VerbRun run, RetentionRule rule)
    {
        using RunningServer? server = RunningServer.Of(run);
        if (server is not null)
        {
            ErasureOutcome told = ErasureAnswer.Of(server.Post("/api/erasures/expired", _ => { }));
            using IWorkspaceStore beside = run.OpenToRead();
            Delete(run, beside, told);
            return ExitCode.Done;
        }

        using IWorkspaceStore store = run.OpenToWrite();
        using var live = LiveWorkspace.Open(store.BeginLive, null);
        IReadOnlyList<int> expired = rule.ExpiredAt(live.Histories, run.Now);
        ErasureOutcome outcome = live.Erase(expired, run.Now).GetAwaiter().GetResult();
        using (IAccessStore access = store.OpenAccess())
        {
            foreach (int identity in expired)
            {
                access.Write(new Audited(run.Now, Caller.LocalOwner.Known, "person.expired"), string.Create(CultureInfo.InvariantCulture, $"identity:{identity}"));
            }
        }

        Delete(run, store, outcome);
        return ExitCode.Done;
    }

    // The backups too: one that is kept beyond its time keeps everybody beyond theirs.
    private static void Delete(VerbRun run, IWorkspaceStore store, ErasureOutcome outcome)
    {
        using IBackupStore backups = store.OpenBackups();
        var shelf = new BackupShelf(backups);
        IReadOnlyList<KnownBackup> deleted = shelf.DeleteOverdue(run.Now, Caller.LocalOwner.Known);
        ErasureAnswer.Write(run, shelf.Told(outcome, run.Now));
        if (!run.Json)
        {
            foreach (KnownBackup backup in deleted)
            {
                run.Terminal.Out.WriteLine(run.Language.Say($"Deleted, its time over: {backup.Path}", $"Supprimée, sa durée passée : {backup.Path}"));
            }
        }
    }

    private static IReadOnlyList<ShelvedBackup> Overdue(VerbRun run)
    {
        using IWorkspaceStore store = run.OpenToRead();
        using IBackupStore backups = store.OpenBackups();
        return [.. new BackupShelf(backups).List(run.Now).Where(shelved => shelved.State == BackupState.Overdue)];
    }

    private static int List(VerbRun run, HistoryBase histories, RetentionRule rule)
    {
        IReadOnlyList<int> expired = rule.ExpiredAt(histories, run.Now);
        IReadOnlyList<ShelvedBackup> overdue = Overdue(run);
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteString("rule", rule.Expired.Text);
                json.WriteObjects("expired", expired, subject =>
                {
                    json.WriteString("customer", histories.Subjects.KeyOf(subject));
                    json.WriteString("last_fact", LastOf(histories, subject).ToString());
                });
                BackupLine.Write(json, overdue);
            });
            return ExitCode.Done;
        }

        run.Terminal.Out.WriteLine(run.Language.Say($"Rule: {rule.Expired.Text}", $"Règle : {rule.Expired.Text}"));
        var sheet = new Sheet(string.Empty, run.Language.Say("Customer", "Client"), "<" + run.Language.Say("Last fact", "Dernier événement"));
        foreach (int subject in expired)
        {
            sheet.Row(histories.Subjects.KeyOf(subject), run.Language.Date(LastOf(histories, subject), histories.Calendar));
        }

        sheet.Write(run.Terminal);
        run.Terminal.Out.WriteLine(run.Language.Say($"{run.Language.Count(expired.Count)} people; nothing was erased.", $"{run.Language.Count(expired.Count)} personnes ; rien n'a été effacé."));
        BackupLine.Write(run.Terminal.Out, run.Language, overdue);
        return ExitCode.Done;
    }

    private static Instant LastOf(HistoryBase histories, int subject) => histories[subject].Facts[^1].At;
}

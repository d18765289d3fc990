using System.CommandLine;
using Parcours.Cli.Frame;
using Parcours.Domain.Time;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Engine.Workspaces;

namespace Parcours.Cli.Quarantine;

/// <summary><c>parcours quarantine list</c>: messages that could not be taken. It reads the workspace, also beside its server.</summary>
internal sealed class QuarantineListVerb : Verb
{
    private const int Usual = 50;
    private const int LongestShown = 100;

    private readonly Option<bool> _all;
    private readonly Option<int?> _limit;

    public QuarantineListVerb(Language language)
        : base("list", language, new("Messages put aside, with the reason", "Les messages mis de côté, avec le motif"), "parcours quarantine list", "parcours quarantine list --all --json")
    {
        _all = AddOption<bool>("--all", null, new("Also those taken since", "Aussi ceux repris depuis"));
        _limit = AddOption<int?>("--limit", "N", new($"How many at most; {Usual} when not given", $"Combien au plus ; {Usual} par défaut"));
    }

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        using IWorkspaceStore store = run.OpenToRead();
        using ILiveRecords records = store.OpenRecords();
        IReadOnlyList<QuarantineRow> rows = records.Quarantine(0, Math.Max(1, run.Parsed.GetValue(_limit) ?? Usual), run.Parsed.GetValue(_all));
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteObjects("items", rows, row =>
                {
                    json.WriteNumber("id", row.Id);
                    json.WriteNumber("key", row.KeyId);
                    json.WriteString("receivedAt", row.ReceivedAt.ToString());
                    json.WriteString("reason", row.Reason);
                    json.WriteString("detail", ReasonWords.In(row.Detail, run.Language.Code));
                    json.WriteBoolean("replayed", row.IsReplayed);
                    json.WriteString("raw", row.Raw);
                });
            });
            return ExitCode.Done;
        }

        var sheet = new Sheet(
            string.Empty, "Id", "<" + run.Language.Say("Received", "Reçu"), "<" + run.Language.Say("Reason", "Motif"), "<" + run.Language.Say("Detail", "Détail"), "<" + run.Language.Say("Message", "Message"));
        foreach (QuarantineRow row in rows)
        {
            string raw = row.Raw.Length > LongestShown ? string.Concat(row.Raw.AsSpan(0, LongestShown), "…") : row.Raw;
            sheet.Row(run.Language.Count(row.Id), run.Language.Date(row.ReceivedAt, Calendar.Utc), row.Reason, ReasonWords.In(row.Detail, run.Language.Code), raw.ReplaceLineEndings(" "));
        }

        sheet.Write(run.Terminal);
        return ExitCode.Done;
    }
}

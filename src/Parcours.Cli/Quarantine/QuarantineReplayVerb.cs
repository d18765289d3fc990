using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Parcours.Cli.Frame;
using Parcours.Cli.Serving;
using Parcours.Domain.Histories;
using Parcours.Engine.Access;
using Parcours.Engine.Ingestion;
using Parcours.Engine.Live;
using Parcours.Engine.Sources;
using Parcours.Server.Ingestion;
using Parcours.Server.Sources;

namespace Parcours.Cli.Quarantine;

/// <summary><c>parcours quarantine replay</c>: messages put aside are taken at last, under the names of events known now or as somebody mended them.</summary>
internal sealed class QuarantineReplayVerb : Verb
{
    // No stranger sends them here: a message may have as much as any server may be told to take.
    private static readonly IngestionLimits Limits = new() { EventBytes = IngestionOptions.MostBodyBytes, BodyBytes = IngestionOptions.MostBodyBytes };

    private readonly Argument<long?> _id;
    private readonly Option<string?> _body;
    private readonly Option<string?> _reason;

    public QuarantineReplayVerb(Language language)
        : base("replay", language, new("Takes messages that were put aside: all, those of a reason, or one, mended if need be", "Reprend les messages mis de côté : tous, ceux d'un motif, ou un seul, corrigé s'il le faut"),
            "parcours quarantine replay", "parcours quarantine replay --reason missing_identity", "parcours quarantine replay 17 --body mended.json")
    {
        _id = AddArgument<long?>("ID", new("The number of a message; all of them when not given", "Le numéro d'un message ; tous s'il n'est pas donné"), ArgumentArity.ZeroOrOne);
        _body = AddOption<string?>("--body", "FILE", new("The message as it should have been, as JSON", "Le message tel qu'il aurait dû être, en JSON"));
        _reason = AddOption<string?>("--reason", "WORD", new("Only those put aside for this reason", "Seulement ceux mis de côté pour ce motif"));
    }

    /// <inheritdoc/>
    public override int Run(VerbRun run)
    {
        using RunningServer? server = RunningServer.Of(run);
        string? reason = run.Parsed.GetValue(_reason);
        return run.Parsed.GetValue(_id) is { } id ? One(run, server, id, Mended(run)) : All(run, server, reason);
    }

    private static int One(VerbRun run, RunningServer? server, long id, string? mended)
    {
        (string code, string detail) = server is null ? Here(run, id, mended) : There(server, id, mended);
        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteNumber("id", id);
                json.WriteString("outcome", code);
                json.WriteString("detail", detail);
            });
        }
        else
        {
            run.Terminal.Out.WriteLine($"{id}: {detail}");
        }

        return ExitCode.Done;
    }

    private static (string Code, string Detail) There(RunningServer server, long id, string? mended)
    {
        JsonElement answer = server.Post(string.Create(CultureInfo.InvariantCulture, $"/api/quarantine/{id}/replay"), json =>
        {
            if (mended is not null)
            {
                json.WritePropertyName("message");
                json.WriteRawValue(mended);
            }
        });
        return (answer.GetProperty("outcome").GetString()!, answer.GetProperty("detail").GetString()!);
    }

    private static (string Code, string Detail) Here(VerbRun run, long id, string? mended)
    {
        ReplayOutcome outcome = Replay(run, replay => replay.TakeAsync(id, mended)) ?? throw new RefusedException(new Refusal("unknown_quarantine", new(
            $"No message was put aside under the number {id}.", $"Aucun message n'a été mis de côté sous le numéro {id}.")));
        return outcome.IsTaken
            ? (outcome.Code, ReasonWords.In(outcome.Detail, run.Language.Code))
            : throw new RefusedException(new Refusal(outcome.Code, new(outcome.Detail, ReasonWords.In(outcome.Detail, "fr"))));
    }

    private static int All(VerbRun run, RunningServer? server, string? reason)
    {
        int taken;
        int left;
        if (server is null)
        {
            (taken, left) = Replay(run, replay => replay.TakeAllAsync(reason));
        }
        else
        {
            JsonElement answer = server.Post("/api/quarantine/replay", json => json.WriteString("reason", reason));
            (taken, left) = (answer.GetProperty("taken").GetInt32(), answer.GetProperty("left").GetInt32());
        }

        if (run.Json)
        {
            run.WriteJson(json =>
            {
                json.WriteNumber("taken", taken);
                json.WriteNumber("left", left);
            });
        }
        else
        {
            run.Terminal.Out.WriteLine(run.Language.Say($"{taken} taken, {left} still put aside.", $"{taken} repris, {left} encore de côté."));
        }

        return ExitCode.Done;
    }

    private static T Replay<T>(VerbRun run, Func<QuarantineReplay, Task<T>> work) => WorkspaceWriting.Use(run, async (live, store) =>
    {
        using IAccessStore access = store.OpenAccess();
        var keys = new AccessKeys(access, run.Time);
        using ILiveRecords records = store.OpenRecords();
        HistoryBase histories = live.Histories;
        var orders = new StoredOrders(records);
        var sources = new SourceBook(run.WorkspaceFolder, run.Time);
        using var replay = new QuarantineReplay(
            live,
            records,
            () => new EventReader(EventNames.InFolder(run.WorkspaceFolder), histories.Calendar, histories.Currency, Limits),
            (row, message) => sources.ReadAgain(row.KeyId, message, new SourceScene(histories.Calendar, histories.Currency, row.ReceivedAt) { Orders = orders }),
            id => keys.List().FirstOrDefault(key => key.Id == id)?.Trust ?? Trust.Company);
        return await work(replay);
    });

    private string? Mended(VerbRun run)
    {
        if (run.Parsed.GetValue(_body) is not { } file)
        {
            return null;
        }

        try
        {
            string text = File.ReadAllText(file);
            using var _ = JsonDocument.Parse(text);
            return text;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new RefusedException(new Refusal("body_unreadable", new($"{file} cannot be read as JSON: {fault.Message}", $"{file} ne se lit pas comme du JSON : {fault.Message}")));
        }
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Facts;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Import;
using Parcours.Server.Access;
using Parcours.Server.Imports;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;
using Parcours.Web.Forms;
using Parcours.Web.Imports;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>Files brought in through pages: dropped, looked at, corrected, imported; what became of each.</summary>
internal sealed class ImportScreens(FrameReading frames, ImportShelf shelf, ImportTrials trials, ImportWorker worker, AuditLog audit, TimeProvider time)
{
    private const string Address = "/data/import";
    private const string TooManyAside = "too_many_quarantined";
    private const int PastShown = 50;
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(2);

    internal static void Map(RouteTable routes)
    {
        Callers writers = Callers.Operators(Role.Marketer);
        routes.Get(Address, writers, (HttpContext context, ImportScreens screens) => screens.All(context, TypedForm.Empty)).ForPages();
        routes.Post(Address, writers, (HttpContext context, ImportScreens screens) => screens.TakeAsync(context)).ForPages().TakesUpTo(UploadedFile.Largest * 2);
        routes.Get(Address + "/{id:int}", writers, (HttpContext context, ImportScreens screens, int id) => screens.OneAsync(context, id, null)).ForPages();
        routes.Post(Address + "/{id:int}", writers, (HttpContext context, ImportScreens screens, int id) => screens.DecideAsync(context, id)).ForPages();
        routes.Post(Address + "/{id:int}/stop", writers, (ImportScreens screens, int id) => screens.Stop(id)).ForPages();
        routes.Post(Address + "/{id:int}/drop", writers, (ImportScreens screens, int id) => screens.Drop(id)).ForPages();
        routes.Get(Address + "/{id:int}/lines.csv", writers, (ImportScreens screens, int id) => screens.Lines(id)).ForPages();
    }

    private IResult All(HttpContext context, TypedForm form)
    {
        Frame frame = frames.Of(context);
        return Screen.Show<ImportsPage>(
            context,
            new { Frame = frame, Clock = frames.ClockOf(frame), Form = form, Past = (IReadOnlyList<PastImport>)[.. shelf.All().Take(PastShown).Select(asked => PastImports.Of(asked, worker))] },
            form.IsWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<IResult> TakeAsync(HttpContext context)
    {
        Frame frame = frames.Of(context);
        int id = shelf.Open();
        string? fault;
        try
        {
            (string? name, UploadedFile.Absence absence) = await UploadedFile.SpoolAsync(context, name => Path.Combine(shelf.FolderOf(id), "upload", ImportRoutes.SafeName(name)));
            fault = absence switch { UploadedFile.Absence.NotSent => "no_file", UploadedFile.Absence.TooLarge => "too_large", _ => null };
            if (name is not null)
            {
                var asked = new ImportAsked(id, ImportRoutes.SafeName(name), null, [], null, null, false, frame.Language.Code, Instant.From(time.GetUtcNow()));
                trials.Start(asked);
                ImportTrial trial = await trials.LookAsync(asked, _patience, context.RequestAborted);
                if (trial is { HasEnded: false } or { Preview: not null })
                {
                    return Screen.Go(string.Create(CultureInfo.InvariantCulture, $"{Address}/{id}"));
                }

                fault = trial.Refusal?.Code ?? "fault";
                trials.End(id);
            }
        }
        catch
        {
            shelf.Drop(id);
            throw;
        }

        shelf.Drop(id);
        return All(context, TypedForm.Empty.Wrong("file", frame.Say(ImportFaults.Of(fault!, new(fault!, fault!)))));
    }

    private async Task<IResult> OneAsync(HttpContext context, int id, TypedForm? form)
    {
        Frame frame = frames.Of(context);
        if (shelf.Find(id) is { } asked)
        {
            return Screen.Show<ImportPage>(context, new { Frame = frame, Import = PastImports.Of(asked, worker) });
        }

        if (trials.Find(id) is not { } draft)
        {
            return Problem.NotFound;
        }

        ImportTrial trial = await trials.LookAsync(draft, form is null ? TimeSpan.Zero : _patience, context.RequestAborted);
        return Screen.Show<DraftPage>(
            context,
            new
            {
                Frame = frame,
                Draft = new PastImport(id, draft.File, draft.UploadedAt, "draft"),
                trial.Preview,
                Fault = FaultOf(trial),
                Account = trial.Outcome is { } outcome ? PastImports.AccountOf(outcome) : null,
                trial.HasEnded,
                trial.Progress,
                trial.Lines,
                IsTooMuchAside = trial.Refusal?.Code == TooManyAside,
                Form = form ?? TypedForm.Empty.With("currency", draft.Currency ?? string.Empty).With("force", draft.Force ? "true" : "false"),
            },
            form is { IsWrong: true } ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private async Task<IResult> DecideAsync(HttpContext context, int id)
    {
        TypedForm form = await PostedForm.ReadAsync(context);
        if (trials.Find(id) is not { } draft)
        {
            return shelf.Find(id) is null ? Problem.NotFound : Screen.Go(string.Create(CultureInfo.InvariantCulture, $"{Address}/{id}"));
        }

        Frame frame = frames.Of(context);
        string currency = form["currency"].Trim().ToUpperInvariant();
        if (currency.Length > 0 && !Currencies.TryFind(currency, out _))
        {
            return await OneAsync(context, id, form.Wrong("currency", frame.Say(ImportFaults.Of("unknown_currency", default))));
        }

        ImportTrial before = await trials.LookAsync(draft, _patience, context.RequestAborted);
        ImportAsked asked = draft with { Currency = currency.Length > 0 ? currency : null, Force = form["force"] == "true" };
        if (form["as"] is { Length: > 0 } kind && Importer.Kinds.Contains(kind) && kind != (before.Preview?.Kind ?? draft.Kind))
        {
            asked = asked with { Kind = kind, Map = [], OnlyMap = false }; // another kind has other columns
        }
        else if (before.Preview is { Headers.Count: > 0 } preview && form.Values.ContainsKey("map-0"))
        {
            string[] said = [.. Enumerable.Range(0, preview.Headers.Count).Where(place => form[$"map-{place}"].Length > 0).Select(place => $"{form[$"map-{place}"]}={preview.Headers[place]}")];
            if (said.GroupBy(one => one.Split('=')[0]).FirstOrDefault(group => group.Count() > 1) is { } twice)
            {
                string name = frame.Say(ColumnWords.Column(twice.Key));
                return await OneAsync(context, id, form.Wrong("", frame.Say($"Two columns are said to be: {name}. Choose one.", $"Deux colonnes sont indiquées comme : {name}. Choisissez-en une.")));
            }

            asked = asked with { Kind = preview.Kind, Map = said, OnlyMap = true };
        }

        if (form["do"] == "import" && IsAsTried(before, draft, asked))
        {
            trials.End(id);
            shelf.Keep(asked);
            worker.Add(asked);
            audit.Write(context.Caller(), "import.uploaded", string.Create(CultureInfo.InvariantCulture, $"import:{id}"));
            return Screen.Go(string.Create(CultureInfo.InvariantCulture, $"{Address}/{id}"));
        }

        trials.Start(asked);
        return await OneAsync(context, id, form);
    }

    private static LocalText? FaultOf(ImportTrial trial) =>
        trial.HasFailed ? ImportFaults.Of("fault", default)
        : trial.Refusal is { } refusal ? ImportFaults.Of(refusal.Code, refusal.Sentence)
        : null;

    // Nothing is stored that nobody has seen: other columns than those tried are tried first.
    private static bool IsAsTried(ImportTrial trial, ImportAsked tried, ImportAsked asked) =>
        trial.Outcome is not null && (trial.Refusal is null || (trial.Refusal.Code == TooManyAside && asked.Force)) && tried.Currency == asked.Currency
        && (asked.Map.SequenceEqual(tried.Map) || (!tried.OnlyMap && trial.Preview is { } preview && asked.Kind == preview.Kind
            && asked.Map.ToHashSet().SetEquals(preview.Found.Select(found => $"{found.Column}={preview.Headers[found.Header]}"))));

    private IResult Stop(int id)
    {
        worker.Halt(id);
        return Screen.Go(string.Create(CultureInfo.InvariantCulture, $"{Address}/{id}"));
    }

    private IResult Drop(int id)
    {
        if (trials.Find(id) is null)
        {
            return Problem.NotFound;
        }

        trials.End(id);
        shelf.Drop(id);
        return Screen.Go(Address);
    }

    private IResult Lines(int id)
    {
        string? file = shelf.Find(id) is not null ? worker.StateOf(id).Quarantine : trials.Find(id) is not null ? trials.QuarantineOf(id) : null;
        return file is null ? Problem.NotFound : TypedResults.PhysicalFile(Path.Combine(shelf.FolderOf(id), file), "text/csv; charset=utf-8", "lines.csv");
    }
}

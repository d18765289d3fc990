using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Expressions;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Definitions;
using Parcours.Server.Access;
using Parcours.Server.Answers;
using Parcours.Server.Live;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;
using Parcours.Web.Definitions;
using Parcours.Web.Forms;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens.Definitions;

/// <summary>Settings: definitions as texts, checked while one types, saved with a note, with every version kept.</summary>
internal sealed partial class DefinitionScreens(FrameReading frames, DefinitionShelf shelf, BaseAnswering answers, LiveState live, AuditLog audit, Operators operators, AccessKeys keys, TimeProvider time)
{
    private const string Address = "/settings/lifecycles";

    internal static void Map(RouteTable routes)
    {
        Callers readers = Callers.Operators(Role.Viewer);
        Callers writers = Callers.Operators(Role.Marketer);
        routes.Get(Address, readers, (HttpContext context, DefinitionScreens screens) => screens.List(context, TypedForm.Empty)).ForPages();
        routes.Get(Address + "/new", writers, (HttpContext context, DefinitionScreens screens, string? id, string? from) => screens.New(context, id ?? string.Empty, from ?? string.Empty)).ForPages();
        routes.Get(Address + "/{folder}/{id}", readers, (HttpContext context, DefinitionScreens screens, string folder, string id) => screens.ShowAsync(context, folder, id)).ForPages();
        routes.Post(Address + "/{folder}/{id}", writers, (HttpContext context, DefinitionScreens screens, string folder, string id) => screens.SaveAsync(context, folder, id)).ForPages();
        routes.Post(Address + "/{folder}/{id}/check", Callers.Operators(Role.Analyst), (HttpContext context, DefinitionScreens screens, string folder, string id) => screens.CheckAsync(context, folder, id)).ForPages();
        routes.Get(Address + "/{folder}/{id}/history", readers, (HttpContext context, DefinitionScreens screens, string folder, string id) => screens.History(context, folder, id)).ForPages();
        routes.Post(Address + "/{folder}/{id}/restore", writers, (HttpContext context, DefinitionScreens screens, string folder, string id) => screens.RestoreAsync(context, folder, id)).ForPages();
    }

    private IResult List(HttpContext context, TypedForm form, int status = StatusCodes.Status200OK)
    {
        Frame frame = frames.Of(context);
        IReadOnlyList<ShelvedDefinition> all = [.. DefinitionKind.All.Where(kind => kind != DefinitionKind.Calendar).SelectMany(shelf.List)];
        return Screen.Show<DefinitionsPage>(context, new { Frame = frame, Clock = frames.ClockOf(frame), Definitions = all, Form = form }, status);
    }

    private IResult New(HttpContext context, string id, string from)
    {
        Frame frame = frames.Of(context);
        TypedForm form = TypedForm.Empty.With("id", id).With("from", from);
        if (!DefinitionShelf.IsName(id))
        {
            return List(context, form.Wrong("id", new DefinitionRefusal.WrongName(id).Sentence.In(frame.Language.Code)), StatusCodes.Status422UnprocessableEntity);
        }

        if (shelf.TextOf(DefinitionKind.Lifecycle, id) is not null)
        {
            return List(context, form.Wrong("id", frame.Say("There is a lifecycle of that name already: choose another.", "Un cycle de vie porte déjà ce nom : choisissez-en un autre.")), StatusCodes.Status422UnprocessableEntity);
        }

        return shelf.TextOf(DefinitionKind.Lifecycle, from) is { } text
            ? Screen.Go(Frame.With($"{Address}/{DefinitionKind.Lifecycle.Folder}/{id}", ("from", from)))
            : List(context, form.Wrong("from", frame.Say("Choose a lifecycle to begin with.", "Choisissez un cycle de vie de départ.")), StatusCodes.Status422UnprocessableEntity);
    }

    private async Task<IResult> ShowAsync(HttpContext context, string folder, string id)
    {
        if (DefinitionKind.Find(folder) is not { } kind)
        {
            return Problem.NotFound;
        }

        string? text = shelf.TextOf(kind, id);
        string? copied = text is not null || !DefinitionShelf.IsName(id) ? null
            : context.Request.Query["from"] is [{ } from] ? shelf.TextOf(kind, from)
            : kind == DefinitionKind.Calendar ? CalendarBeginning
            : null;
        if ((text ?? copied) is not { } shown)
        {
            return Problem.NotFound;
        }

        TypedForm form = TypedForm.Empty.With("text", text ?? FirstKey().Replace(shown, match => match.Groups[1].Value + id, 1)).With("known", DefinitionShelf.TagOf(text));
        return await PageAsync(context, kind, id, form, StatusCodes.Status200OK);
    }

    private async Task<IResult> CheckAsync(HttpContext context, string folder, string id) =>
        DefinitionKind.Find(folder) is { } kind && DefinitionShelf.IsName(id) ? await PageAsync(context, kind, id, await PostedForm.ReadAsync(context), StatusCodes.Status200OK) : Problem.NotFound;

    private async Task<IResult> SaveAsync(HttpContext context, string folder, string id)
    {
        if (DefinitionKind.Find(folder) is not { } kind)
        {
            return Problem.NotFound;
        }

        TypedForm form = await PostedForm.ReadAsync(context);
        Frame frame = frames.Of(context);
        try
        {
            bool isSaved = Save(context, kind, id, form["text"], form["known"], form["note"], "definition.saved");
            return Screen.Go($"{Address}/{kind.Folder}/{id}?{(isSaved ? "saved" : "same")}=1");
        }
        catch (DefinitionRefusedException refused)
        {
            form = form.Wrong(string.Empty, refused.Refusal.Sentence.In(frame.Language.Code));
            return refused.Refusal is DefinitionRefusal.Changed { Current: var current }
                ? await PageAsync(context, kind, id, form.With("known", DefinitionShelf.TagOf(shelf.TextOf(kind, id))), StatusCodes.Status409Conflict, current)
                : await PageAsync(context, kind, id, form, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private IResult History(HttpContext context, string folder, string id)
    {
        if (DefinitionKind.Find(folder) is not { } kind || shelf.TextOf(kind, id) is not { } current)
        {
            return Problem.NotFound;
        }

        int count = shelf.HistoryOf(kind, id).Count;
        int? asked = int.TryParse(context.Request.Query["version"], NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= 1 && number <= count ? number - 1 : null;
        return HistoryPage(context, kind, id, current, TypedForm.Empty, asked ?? (count > 0 ? count - 1 : null));
    }

    private async Task<IResult> RestoreAsync(HttpContext context, string folder, string id)
    {
        if (DefinitionKind.Find(folder) is not { } kind || shelf.TextOf(kind, id) is not { } current)
        {
            return Problem.NotFound;
        }

        TypedForm form = await PostedForm.ReadAsync(context);
        IReadOnlyList<DefinitionVersion> versions = shelf.HistoryOf(kind, id);
        if (!int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number < 1 || number > versions.Count)
        {
            return Problem.NotFound;
        }

        try
        {
            Save(context, kind, id, versions[number - 1].Text, form["known"], form["note"], "definition.restored");
            return Screen.Go($"{Address}/{kind.Folder}/{id}?saved=1");
        }
        catch (DefinitionRefusedException refused)
        {
            Frame frame = frames.Of(context);
            return HistoryPage(
                context, kind, id, current, form.Wrong(string.Empty, refused.Refusal.Sentence.In(frame.Language.Code)), number - 1,
                refused.Refusal is DefinitionRefusal.Changed ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity);
        }
    }

    private bool Save(HttpContext context, DefinitionKind kind, string id, string text, string known, string note, string action)
    {
        bool isSaved = shelf.Save(kind, id, text, known, context.Caller().Actor, note.Trim(), Instant.From(time.GetUtcNow()));
        if (isSaved)
        {
            audit.Write(context.Caller(), action, $"{kind.Folder}:{id}");
            live.Lifecycles.Forget();
            answers.Forget();
        }

        return isSaved;
    }

    private async Task<IResult> PageAsync(HttpContext context, DefinitionKind kind, string id, TypedForm form, int status, string? current = null)
    {
        Frame frame = frames.Of(context);
        ImmutableArray<ExpressionError> errors = shelf.Check(kind, form["text"]).Errors;
        string? saved = shelf.TextOf(kind, id);
        DefinitionEffect? effect = errors.IsEmpty ? await EffectAsync(kind, saved, form["text"], context.RequestAborted) : null;
        return Screen.Show<DefinitionPage>(
            context,
            new
            {
                Frame = frame,
                Kind = kind,
                Id = id,
                IsOwn = shelf.IsOwn(kind, id),
                IsNew = saved is null,
                Form = form,
                Errors = (IReadOnlyList<ExpressionError>)errors,
                Effect = effect,
                Current = current,
                IsSaved = context.Request.Query["saved"].Count > 0,
                IsUnchanged = context.Request.Query["same"].Count > 0,
            },
            status);
    }

    private async Task<DefinitionEffect?> EffectAsync(DefinitionKind kind, string? saved, string text, CancellationToken cancellation)
    {
        Tried tried = await answers.WorkOutAsync(
            $"definition {kind.Folder} {DefinitionShelf.TagOf(saved)} {DefinitionShelf.TagOf(text)}",
            (known, now) => new Tried(known.Histories.SubjectCount == 0 ? null : new DefinitionTrial(known.Histories, known.Library, known.Folder!, known.Span.Last < now ? known.Span.Last : now).Of(kind, saved, text)),
            cancellation);
        return tried.Effect;
    }

    private IResult HistoryPage(HttpContext context, DefinitionKind kind, string id, string current, TypedForm form, int? shown, int status = StatusCodes.Status200OK)
    {
        Frame frame = frames.Of(context);
        return Screen.Show<HistoryPage>(
            context,
            new
            {
                Frame = frame,
                Clock = frames.ClockOf(frame),
                Kind = kind,
                Id = id,
                Versions = shelf.HistoryOf(kind, id),
                Current = current,
                Names = (IReadOnlyDictionary<string, string>)operators.List().Select(person => ($"operator:{person.Id}", person.Name))
                    .Concat(keys.List().Select(key => ($"key:{key.Id}", key.Name.Length > 0 ? key.Name : $"key:{key.Id}"))).ToDictionary(),
                Form = form,
                Shown = shown,
            },
            status);
    }

    [GeneratedRegex(@"(?m)^((?:lifecycle|churn|calendar):\s*)\S+")]
    private static partial Regex FirstKey();

    // What a calendar of one's own begins with, to be written over.
    private const string CalendarBeginning =
        """
        calendar: company
        name: { en: Our calendar, fr: Notre calendrier }
        periods:
          # A period comes again by a rule (on, easter, weekday) and lasts so many days, or has stated dates. Kinds: sales, public-holiday, school-holidays, other.
          - { id: anniversary, kind: sales, on: 10-01, days: 7, name: { en: Shop's anniversary, fr: Anniversaire du magasin } }

        """;

    private sealed record Tried(DefinitionEffect? Effect);
}

using Microsoft.AspNetCore.Http;
using Parcours.Domain.Expressions;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.Churn;
using Parcours.Engine.Definitions;
using Parcours.Engine.Segments;
using Parcours.Engine.Segments.Building;
using Parcours.Server.Answers;
using Parcours.Server.Hosting;
using Parcours.Server.Routes;
using Parcours.Web.Segments;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>Segments written and changed: by blocks, by text, and saved so that nobody overwrites another.</summary>
internal static class SegmentScreens
{
    private const int Sampled = 5;
    private static readonly Callers _writers = Callers.Operators(Role.Marketer);

    internal static void Map(RouteTable routes)
    {
        routes.Get("/segments/new", _writers, New).ForPages();
        routes.Get("/segments/{id}/edit", _writers, Edit).ForPages();
        routes.Post("/segments/build", _writers, BuildAsync).ForPages();
        routes.Post("/segments", _writers, SaveAsync).ForPages();
    }

    private static IResult New(HttpContext context, FrameReading frames, BaseAnswering answers, string? where, string? list, string? subject, string? en, string? fr)
    {
        Frame frame = frames.Of(context);
        string text = where ?? string.Empty;
        SubjectType type = subject == "account" ? SubjectType.Account : SubjectType.Customer;
        var draft = new SegmentDraft(
            string.Empty, new LocalText(en ?? string.Empty, fr ?? string.Empty), new LocalText(string.Empty, string.Empty), frame.Operator?.Name ?? string.Empty, string.Empty, type, list is null ? text : null);
        return Show(context, frame, draft, list is null ? Model(frame, answers.Known(), text, type) : null, isNew: true);
    }

    private static IResult Edit(HttpContext context, FrameReading frames, BaseAnswering answers, ServerOptions options, string id)
    {
        Frame frame = frames.Of(context);
        SegmentLibrary library = answers.Known().Segments.Library;
        SegmentDefinition definition = library.Unchecked(id) ?? throw Unknown(id, library);
        var draft = SegmentDraft.Of(definition);
        return Screen.Show<SegmentEditPage>(context, new
        {
            Frame = frame,
            Draft = draft,
            Model = draft.Where is { } where ? Model(frame, answers.Known(), where, draft.Subject) : null,
            Keys = string.Join('\n', library.KeysOf(id)),
            Tag = new SegmentEditing(options.Workspace, library).TagOf(id),
        });
    }

    // The blocks when a block changed, else the text; only what must change comes back.
    private static async Task<IResult> BuildAsync(HttpContext context, FrameReading frames, BaseAnswering answers)
    {
        IFormCollection form = await PostedForm.OfAsync(context);
        Frame frame = frames.Of(context) with { Path = "/segments" };
        string target = context.Request.Headers["HX-Target"].ToString();
        SubjectType type = form["subject"] == "account" ? SubjectType.Account : SubjectType.Customer;
        bool byBlocks = form["by"] == "blocks" || form.ContainsKey("do");
        ConditionTree? tree = byBlocks ? SegmentBuilding.Do(SegmentBuilding.Read(form), form["do"]) : null;
        string text = tree is not null ? ConditionText.Write(tree) : form["where"].ToString();
        BuilderModel model = Model(frame, answers.Known(), text, type, tree);
        return target switch
        {
            "built" => Screen.Show<BuiltPart>(context, new { Frame = frame, Model = model }),
            "builder" => Screen.Show<BuilderPart>(context, new { Frame = frame, Model = model }),
            _ => Show(context, frame, DraftOf(form, text), model, form["is_new"].Count > 0 && form["is_new"] != string.Empty, form["tag"], form["note"]),
        };
    }

    private static async Task<IResult> SaveAsync(HttpContext context, FrameReading frames, BaseAnswering answers, ServerOptions options, AuditLog audit, TimeProvider time)
    {
        IFormCollection form = await PostedForm.OfAsync(context);
        Frame frame = frames.Of(context);
        AnswerSource known = answers.Known();
        bool isList = form.ContainsKey("keys");
        SegmentDraft draft = DraftOf(form, isList ? null : form["where"].ToString());
        bool isNew = form["is_new"] == "1";
        var editing = new SegmentEditing(options.Workspace, known.Segments.Library);
        draft = isNew && draft.Id.Length == 0 ? draft with { Id = editing.NewId(draft.Name.In(frame.Language.Code)) } : draft;
        string? tag = isNew ? null : form["tag"].ToString();
        Caller by = Access.CallerReading.Caller(context);
        IReadOnlyList<string>? keys = isList ? [.. form["keys"].ToString().Split('\n').Select(key => key.Trim()).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)] : null;
        try
        {
            editing.Save(
                draft.Id, draft.Write(), keys, tag, by is Caller.SignedIn { Operator.Id: var id } ? $"operator:{id}" : "local", form["note"].ToString(), Instant.From(time.GetUtcNow()));
        }
        catch (SegmentException refused)
        {
            BuilderModel? model = draft.Where is { } where ? Model(frame, known, where, draft.Subject) : null;
            string? theirs = refused.Refusal is SegmentRefusal.Changed changed ? changed.Current ?? string.Empty : null;
            (string Field, string Text)[] faults = theirs is not null ? [] : FaultsOf(frame, refused.Refusal, draft);
            string? current = theirs is null ? tag : editing.TagOf(draft.Id);
            return Screen.Show<SegmentEditPage>(
                context,
                new { Frame = frame, Draft = draft, Model = model, Keys = form["keys"].ToString(), Tag = current, IsNew = isNew && theirs is null, Note = form["note"].ToString(), Faults = faults, Theirs = theirs },
                theirs is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict);
        }

        audit.Write(by, isNew ? "segment.added" : "segment.changed", $"segment:{draft.Id}");
        return Screen.Go($"/segments/{draft.Id}");
    }

    private static (string Field, string Text)[] FaultsOf(Frame frame, SegmentRefusal refusal, SegmentDraft draft) => refusal switch
    {
        _ when !SegmentDefinition.IsId(draft.Id) && draft.Id.Length == 0 && draft.Name.En.Length == 0 => [("name_" + (frame.Language.Code), frame.Say("Give it a title.", "Donnez-lui un titre."))],
        _ when !SegmentDefinition.IsId(draft.Id) => [("id", frame.Say("The name takes lower-case letters, digits and hyphens, and begins with a letter or a digit.", "Le nom prend des minuscules, des chiffres et des tirets, et commence par une lettre ou un chiffre."))],
        SegmentRefusal.Invalid when string.IsNullOrWhiteSpace(draft.Where) => [("where", frame.Say("Say who is in it: add a condition.", "Dites qui en fait partie : ajoutez une condition."))],
        SegmentRefusal.Invalid invalid => [.. invalid.Errors.Select(error => ("where", ExpressionWords.Line(error, frame.Language.Code)))],
        _ => [("", frame.Say(refusal.Sentence))],
    };

    private static IResult Show(HttpContext context, Frame frame, SegmentDraft draft, BuilderModel? model, bool isNew, string? tag = null, string? note = null) =>
        Screen.Show<SegmentEditPage>(context, new { Frame = frame, Draft = draft, Model = model, IsNew = isNew, Tag = tag, Note = note ?? string.Empty });

    private static SegmentDraft DraftOf(IFormCollection form, string? where)
    {
        (string en, string fr) = (form["name_en"].ToString().Trim(), form["name_fr"].ToString().Trim());
        string description = form["description"].ToString().Trim();
        return new SegmentDraft(
            form["id"].ToString().Trim(), new LocalText(en.Length > 0 ? en : fr, fr.Length > 0 ? fr : en), new LocalText(description, description),
            form["owner"].ToString().Trim(), form["strategy"].ToString().Trim(), form["subject"] == "account" ? SubjectType.Account : SubjectType.Customer, where);
    }

    /// <summary>A condition with its count at the date of the page.</summary>
    private static BuilderModel Model(Frame frame, AnswerSource known, string text, SubjectType type, ConditionTree? tree = null)
    {
        tree ??= ConditionGroup.Around(ConditionText.Read(text)).Tree;
        BuilderChoices choices = ChoicesOf(known, type);
        if (string.IsNullOrWhiteSpace(text) || frame.IsEmpty)
        {
            return new BuilderModel(tree, text, choices, null, null);
        }

        Instant at = FrameReading.MomentOf(frame, known.Histories);
        SegmentDefinition asked = SegmentScope.Unnamed(new SourceText(text), type);
        ExpressionError? error = known.Segments.Library.ErrorsOf(asked) is [var first, ..] ? first : null;
        Members? members = error is null ? known.Segments.Counter.Of(asked.Where!, type, at, out error) : null;
        return members is null
            ? new BuilderModel(tree, text, choices, null, error is null ? null : ExpressionWords.Line(error, frame.Language.Code))
            : new BuilderModel(tree, text, choices, new BuilderCount(
                members.Count, known.Segments.Counter.Everybody(type, at).Count,
                [.. known.Segments.Counter.Sample(members, at, Sampled).Select(one => (known.Histories.Subjects.KeyOf(one.Subject), one.Spend))]), null);
    }

    private static BuilderChoices ChoicesOf(AnswerSource known, SubjectType type)
    {
        LifecycleDefinition[] lifecycles = [.. known.AnalysesOf(type).Select(analysis => analysis.Definition)];
        SegmentLibrary segments = known.Segments.Library;
        var churns = new ChurnLibrary(known.Folder);
        return new BuilderChoices(
            [.. lifecycles.Select(lifecycle => (lifecycle.Id, lifecycle.Name, (IReadOnlyList<(string, LocalText)>)[.. lifecycle.Stages.Select(stage => (stage.Id, stage.Name))]))],
            [.. segments.Ids.Select(id => (id, segments.Unchecked(id)?.Name ?? new LocalText(id, id)))],
            [.. churns.Ids.Select(id => (id, churns.Find(id)?.Name ?? new LocalText(id, id)))]);
    }

    /// <summary>What is said of a segment there is not.</summary>
    internal static AnswerException Unknown(string id, SegmentLibrary library)
    {
        SegmentRefusal.Unknown refusal = SegmentRefusal.Unknown.Of(id, library.Ids);
        return new AnswerException(new(refusal.Code, refusal.Sentence, IsUnknown: true));
    }
}

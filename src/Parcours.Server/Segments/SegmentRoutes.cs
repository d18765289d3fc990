using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Segments;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.Segments;
using Parcours.Server.Access;
using Parcours.Server.Answers;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Segments;

/// <summary>The definitions of segments: read, checked, changed without writing over somebody else's change.</summary>
internal static class SegmentRoutes
{
    private const string Capability = "Segments";
    private static readonly Callers _readers = Callers.Operators(Role.Viewer, Scope.AnalysesRead);
    private static readonly Callers _writers = Callers.Operators(Role.Marketer, Scope.DefinitionsWrite);

    private static readonly Problem _nothing = new(StatusCodes.Status422UnprocessableEntity, "segment_missing", new(
        "Give one of text (a segment's file), where (a condition) and tree.", "Donnez l'un de text (le fichier d'un segment), where (une condition) et tree."));

    internal static void Map(RouteTable routes)
    {
        routes.Get("/api/segments", _readers, List).Describe(Capability, "The segments there are.");
        routes.Get("/api/segments/{name}", _readers, Show).Describe(Capability, "A segment: text, definition, tree. Its ETag is what a change must bring.");
        routes.Put("/api/segments/{name}", _writers, Save).Describe(
            Capability, "Writes a segment. If-Match brings the ETag of what was read; without it there must be none yet. 412 brings the current text.");
        routes.Delete("/api/segments/{name}", _writers, Remove).Describe(Capability, "Removes a segment that no other reads. If-Match brings the ETag of what was read.");
        routes.Post("/api/segments/check", _readers, Check).Describe(Capability, "Whether a segment's text, a condition or a tree can be used, where it is wrong, and its other forms.");
        routes.Get("/api/segments/{name}/history", _readers, History).Describe(Capability, "Who changed a segment, when and why, with each text; a removed one's too.");
        SegmentFigureRoutes.Map(routes);
    }

    private static AnsweredJson List(SegmentDesk desk) => new(JsonBytes.Of(json =>
    {
        SegmentLibrary library = desk.Library();
        json.WriteObjects("segments", library.Ids, id =>
        {
            SegmentDefinition? definition = library.Unchecked(id);
            if (definition is null)
            {
                json.WriteString("id", id);
            }
            else
            {
                SegmentJson.Definition(json, definition);
            }

            json.WriteBoolean("ok", definition is not null);
        });
    }));

    private static IResult Show(SegmentDesk desk, string name)
    {
        SegmentLibrary library = desk.Library();
        return library.TextOf(name) is { } text
            ? new SegmentShown(desk.Editing(library).TagOf(name) ?? string.Empty, JsonBytes.Of(json => SegmentForms.Write(json, library, text)))
            : new SegmentRefused(SegmentRefusal.Unknown.Of(name, library.Ids), null);
    }

    private static IResult Save(HttpContext context, SegmentDesk desk, string name, SegmentWritten asked)
    {
        string? known = SegmentTags.Known(context.Request);
        IReadOnlyList<string>? keys = asked.Ids is null ? null : [.. asked.Ids.Select(key => key.Trim()).Where(key => key.Length > 0).Distinct(StringComparer.Ordinal)];
        try
        {
            desk.Change(context.Caller(), "segment.saved", name, editing => editing.Save(name, asked.Text, keys, known, context.Caller().Actor, asked.Note ?? string.Empty, desk.Now));
            return Show(desk, name);
        }
        catch (SegmentException refused)
        {
            return new SegmentRefused(refused.Refusal, desk.Editing(desk.Library()).TagOf(name));
        }
    }

    private static IResult Remove(HttpContext context, SegmentDesk desk, string name, string? note)
    {
        string? known = SegmentTags.Known(context.Request);
        try
        {
            desk.Change(context.Caller(), "segment.removed", name, editing => editing.Remove(name, known, context.Caller().Actor, note ?? string.Empty, desk.Now));
            return TypedResults.NoContent();
        }
        catch (SegmentException refused)
        {
            return new SegmentRefused(refused.Refusal, desk.Editing(desk.Library()).TagOf(name));
        }
    }

    private static IResult Check(SegmentDesk desk, SegmentToCheck asked)
    {
        SegmentLibrary library = desk.Library();
        if (asked.Text is { } text)
        {
            return new AnsweredJson(JsonBytes.Of(json => SegmentForms.Write(json, library, text)));
        }

        if (asked.Where is null && asked.Tree is null)
        {
            return _nothing;
        }

        return ConditionAsked.Read(asked.Where, asked.Tree, asked.Subject, out Problem? refusal) is { } condition
            ? new AnsweredJson(JsonBytes.Of(json => SegmentForms.Write(json, library, condition)))
            : refusal!;
    }

    private static IResult History(SegmentDesk desk, string name)
    {
        SegmentLibrary library = desk.Library();
        IReadOnlyList<SegmentVersion> versions = library.HistoryOf(name);
        string? text = library.TextOf(name);
        return versions.Count == 0 && text is null
            ? new SegmentRefused(SegmentRefusal.Unknown.Of(name, library.Ids), null)
            : new AnsweredJson(JsonBytes.Of(json => SegmentJson.History(json, versions, text)));
    }

    /// <summary>A segment to write.</summary>
    /// <param name="Text">The text of its file.</param>
    /// <param name="Note">Why, for the changelog.</param>
    /// <param name="Ids">The keys of its list; left out for those it has, and for a rule.</param>
    internal sealed record SegmentWritten(string Text, string? Note = null, IReadOnlyList<string>? Ids = null);

    /// <summary>What is to be checked: one of text, where and tree.</summary>
    /// <param name="Text">The text of a segment's file.</param>
    /// <param name="Where">A condition.</param>
    /// <param name="Tree">A condition as a tree.</param>
    /// <param name="Subject">Whom a condition is about: customer, or account.</param>
    internal sealed record SegmentToCheck(string? Text = null, string? Where = null, JsonElement? Tree = null, string? Subject = null);
}

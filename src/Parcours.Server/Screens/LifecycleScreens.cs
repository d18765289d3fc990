using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.LifecycleMaps;
using Parcours.Server.Access;
using Parcours.Server.Answers;
using Parcours.Server.Lifecycles;
using Parcours.Server.Routes;
using Parcours.Web.Chapters;
using Parcours.Web.Lifecycles;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>The lifecycle map: where everybody stands at a date, who moved, and what other thresholds would make of it.</summary>
internal static class LifecycleScreens
{
    private const int LongestNote = 500;

    internal static void Map(RouteTable routes)
    {
        routes.Get("/lifecycle", Callers.Operators(Role.Viewer), (HttpContext context, FrameReading frames, BaseAnswering answers) => ShowAsync(context, frames, answers)).ForPages();
        routes.Post("/lifecycle/adopt", Callers.Operators(Role.Marketer), AdoptAsync).ForPages();
    }

    private static Task<IResult> ShowAsync(HttpContext context, FrameReading frames, BaseAnswering answers)
    {
        Frame frame = frames.Of(context);
        IQueryCollection query = context.Request.Query;
        return ShowAsync(context, frame, answers, frame.IsEmpty ? null : MapReading.Of(frame, answers.Known(), name => query[name], query.Keys));
    }

    private static async Task<IResult> ShowAsync(HttpContext context, Frame frame, BaseAnswering answers, MapState? state)
    {
        if (state is null)
        {
            return Screen.Show<EmptyPage>(context, new { Frame = frame, Title = frame.Say("Lifecycle map", "Carte du cycle de vie") });
        }

        LifecycleMap map = await answers.WorkOutAsync(state.Asked.Key, (known, _) => LifecycleMap.Of(known, state.Asked), context.RequestAborted);
        return Screen.Show<LifecycleMapPage>(
            context, new { Frame = frame, Map = map, State = state }, state.Faults.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> AdoptAsync(HttpContext context, FrameReading frames, BaseAnswering answers, AdoptingThresholds adopting, AuditLog audit)
    {
        IFormCollection form = await PostedForm.OfAsync(context);
        Frame frame = frames.Of(context, "/lifecycle", form["at"], form["lifecycle"]);
        if (frame.IsEmpty)
        {
            return Screen.Go("/lifecycle");
        }

        AnswerSource known = answers.Known();
        MapState state = MapReading.Of(frame, known, name => form[name], form.Keys) with { Note = form["note"].ToString().Trim() };
        if (state.Note.Length > LongestNote)
        {
            state = state with
            {
                Faults = new Dictionary<string, string>(state.Faults)
                {
                    ["note"] = frame.Say($"Keep the note within {LongestNote} characters.", $"Tenez la note en {LongestNote} caractères."),
                },
            };
        }

        if (state.Faults.Count > 0)
        {
            return await ShowAsync(context, frame, answers, state);
        }

        adopting.Adopt(known, state.Asked.Lifecycle, state.Asked.Tried, FrameReading.MomentOf(frame, known.Histories), state.Note);
        audit.Write(context.Caller(), "lifecycle.adopted", $"lifecycle:{state.Asked.Lifecycle}");
        return Screen.Go(Frame.With(frame.To("/lifecycle"), [.. state.Kept().Where(each => !each.Key.StartsWith(MapState.ThresholdPrefix, StringComparison.Ordinal)).Select(each => (each.Key, (string?)each.Value))]));
    }
}

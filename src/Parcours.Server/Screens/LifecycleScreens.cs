using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Engine.Reports;
using Parcours.Server.Answers;
using Parcours.Server.Routes;
using Parcours.Web.Lifecycles;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>The lifecycle map: where everybody stands at a date, and who moved.</summary>
internal static class LifecycleScreens
{
    internal static void Map(RouteTable routes) => routes.Get("/lifecycle", Callers.Operators(Role.Viewer), ShowAsync).ForPages();

    private static async Task<IResult> ShowAsync(HttpContext context, FrameReading frames, BaseAnswering answers)
    {
        Frame frame = frames.Of(context);
        Chapter chapter = await ChapterScreens.OfAsync(frame, answers, ChapterKind.Stages, context.RequestAborted);
        return Screen.Show<LifecycleMapPage>(context, new { Frame = frame, Chapter = chapter, Lifecycles = answers.Known().Library.Ids });
    }
}

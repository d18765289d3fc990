using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Engine.Reports;
using Parcours.Server.Answers;
using Parcours.Server.Routes;
using Parcours.Web.Shell;
using Parcours.Web.Today;

namespace Parcours.Server.Screens;

/// <summary>The first page: where the base stands.</summary>
internal static class TodayScreens
{
    internal static void Map(RouteTable routes) => routes.Get("/", Callers.Operators(Role.Viewer), ShowAsync).ForPages();

    private static async Task<IResult> ShowAsync(HttpContext context, FrameReading frames, BaseAnswering answers, WelcomeScreens welcome)
    {
        Frame frame = frames.Of(context);
        if (frame.IsEmpty && frame.May(Role.Owner))
        {
            return Screen.Go(welcome.NextStep);
        }

        Chapter chapter = await ChapterScreens.OfAsync(frame, answers, ChapterKind.Stages, context.RequestAborted);
        return Screen.Show<TodayPage>(context, new { Frame = frame, Chapter = chapter });
    }
}

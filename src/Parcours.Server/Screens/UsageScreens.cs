using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Engine.Usage;
using Parcours.Server.Answers;
using Parcours.Server.Routes;
using Parcours.Web.Shell;
using Parcours.Web.Usage;

namespace Parcours.Server.Screens;

/// <summary>What of the data is used, and what never is.</summary>
internal static class UsageScreens
{
    internal static void Map(RouteTable routes) => routes.Get("/data/usage", Callers.Operators(Role.Viewer), ShowAsync).ForPages();

    private static async Task<IResult> ShowAsync(HttpContext context, FrameReading frames, BaseAnswering answers, string? sort)
    {
        Frame frame = frames.Of(context);
        IReadOnlyList<Used> all = await answers.WorkOutAsync("data used", (known, _) => DataUsage.Of(known), context.RequestAborted);
        DataSort? asked = Enum.TryParse(sort, ignoreCase: true, out DataSort one) && Enum.IsDefined(one) ? one : null;
        return Screen.Show<UsagePage>(context, new { Frame = frame, All = all, Sort = asked });
    }
}

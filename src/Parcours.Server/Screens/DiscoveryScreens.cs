using Microsoft.AspNetCore.Http;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Access;
using Parcours.Engine.Segments.Discovery;
using Parcours.Server.Answers;
using Parcours.Server.Routes;
using Parcours.Web.Chapters;
using Parcours.Web.Segments;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>The groups that buyers fall into by themselves at a date. Looking for them takes a while on a large base, so the page opens at once and waits by itself.</summary>
internal static class DiscoveryScreens
{
    private static readonly Callers _readers = Callers.Operators(Role.Viewer);
    private static readonly TimeSpan _patience = TimeSpan.FromMilliseconds(700);
    private static readonly LocalText _title = new("Groups in the base", "Groupes de la base");
    private static readonly LocalText _looking = new(
        "Buyers are held against each other, and two to five groups are looked for again and again in samples of them.",
        "Les acheteurs sont comparés entre eux, et de deux à cinq groupes sont cherchés encore et encore dans des échantillons.");

    internal static void Map(RouteTable routes) => routes.Get("/segments/discovery", _readers, ShowAsync).ForPages();

    private static async Task<IResult> ShowAsync(HttpContext context, FrameReading frames, BaseAnswering answers)
    {
        Frame frame = frames.Of(context);
        if (frame.IsEmpty)
        {
            return Screen.Show<EmptyPage>(context, new { Frame = frame, Title = frame.Say(_title) });
        }

        Task<SegmentDiscovery> work = answers.WorkOutAsync(
            $"discovery {frame.Date:yyyy-MM-dd}", (known, _) => SegmentDiscovery.Of(known, FrameReading.MomentOf(frame, known.Histories)), CancellationToken.None, isLong: true);
        if (context.Request.Query["wait"] != "1")
        {
            await Task.WhenAny(work, Task.Delay(_patience, context.RequestAborted));
            if (!work.IsCompleted)
            {
                return Screen.Show<WorkingPage>(context, new { Frame = frame, Title = _title, Doing = _looking, Address = Frame.With(frame.To(frame.Path), ("wait", "1")) });
            }
        }

        return Screen.Show<DiscoveryPage>(context, new { Frame = frame, Found = await work.WaitAsync(context.RequestAborted), Title = _title });
    }
}

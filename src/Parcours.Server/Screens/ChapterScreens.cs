using Microsoft.AspNetCore.Http;
using Parcours.Domain.Lifecycles;
using Parcours.Engine.Access;
using Parcours.Engine.Churn;
using Parcours.Engine.Reports;
using Parcours.Server.Answers;
using Parcours.Server.Routes;
using Parcours.Web.Chapters;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>Pages that show one chapter of the report at a date of choice.</summary>
internal static class ChapterScreens
{
    private static readonly Callers _readers = Callers.Operators(Role.Viewer);

    internal static void Map(RouteTable routes)
    {
        Map(routes, "/conversion", ChapterKind.Conversion, new("Conversion", "Conversion"));
        Map(routes, "/rfm", ChapterKind.Rfm, new("RFM", "RFM"));
        Map(routes, "/cohorts", ChapterKind.Cohorts, new("Cohorts", "Cohortes"));
        Map(routes, "/value", ChapterKind.Value, new("Value", "Valeur"));
        Map(routes, "/churn", ChapterKind.Churn, new("Churn", "Attrition"));
        Map(routes, "/timing", ChapterKind.Timing, new("Timing", "Moment"));
        Map(routes, "/next-need", ChapterKind.NextNeed, new("Next need", "Prochain besoin"));
    }

    private static void Map(RouteTable routes, string path, ChapterKind kind, LocalText title) =>
        routes.Get(path, _readers, (HttpContext context, FrameReading frames, BaseAnswering answers) => ShowAsync(context, frames, answers, kind, title)).ForPages();

    private static async Task<IResult> ShowAsync(HttpContext context, FrameReading frames, BaseAnswering answers, ChapterKind kind, LocalText title)
    {
        Frame frame = frames.Of(context);
        Chapter chapter = await OfAsync(frame, answers, kind, context.RequestAborted);
        return Screen.Show<ChapterPage>(context, new { Frame = frame, Title = title, Chapter = chapter });
    }

    /// <summary>A chapter at the date and of the lifecycle of the address, kept while the base stands.</summary>
    internal static Task<Chapter> OfAsync(Frame frame, BaseAnswering answers, ChapterKind kind, CancellationToken cancellation)
    {
        string lifecycle = frame.Lifecycle ?? FrameReading.UsualLifecycle;
        return answers.WorkOutAsync(
            $"chapter {kind} {lifecycle} {frame.Date:yyyy-MM-dd} {frame.Language.Code}",
            (known, _) => Chapter.Of(
                kind, known.Analyse(lifecycle), FrameReading.MomentOf(frame, known.Histories), frame.Language.Code,
                new ChurnLibrary(known.Folder!).Find(ChurnLibrary.Usual) ?? throw new InvalidOperationException("There is no definition of leaving."), known.Folder),
            cancellation);
    }
}

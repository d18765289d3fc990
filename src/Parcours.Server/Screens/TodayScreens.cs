using Microsoft.AspNetCore.Http;
using Parcours.Domain.Histories;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.Churn;
using Parcours.Engine.Live;
using Parcours.Engine.Today;
using Parcours.Engine.WinBack;
using Parcours.Server.Answers;
using Parcours.Server.Routes;
using Parcours.Web.Shell;
using Parcours.Web.Today;

namespace Parcours.Server.Screens;

/// <summary>The first page: where the base stands, what moved, and what is worth doing.</summary>
internal static class TodayScreens
{
    private const int UsualDays = 30;
    private const int MostCounted = 100;
    private static readonly Callers _readers = Callers.Operators(Role.Viewer);

    internal static void Map(RouteTable routes)
    {
        routes.Get("/", _readers, ShowAsync).ForPages();
        routes.Get("/today/win-back", _readers, ShowWinBackAsync).ForPages();
    }

    private static async Task<IResult> ShowAsync(HttpContext context, FrameReading frames, BaseAnswering answers, ILiveRecords records, string? since)
    {
        Frame frame = frames.Of(context);
        if (frame.IsEmpty)
        {
            return Screen.Show<TodayPage>(context, new { Frame = frame });
        }

        string lifecycle = frame.Lifecycle ?? FrameReading.UsualLifecycle;
        TodayPicture picture = await answers.WorkOutAsync(
            $"today {lifecycle} {frame.Date:yyyy-MM-dd} {since}",
            (known, _) => Read(known, frame, lifecycle, since),
            context.RequestAborted);
        return Screen.Show<TodayPage>(context, new
        {
            Frame = frame,
            Picture = picture,
            Lifecycle = lifecycle,
            Aside = (long)records.Quarantine(0, MostCounted, withReplayed: false).Count,
            Freshness = FreshnessOf(frame, answers.Known()),
        });
    }

    private static TodayPicture Read(AnswerSource known, Frame frame, string lifecycle, string? since)
    {
        HistoryBase histories = known.Histories;
        Instant at = FrameReading.MomentOf(frame, histories);
        Instant usual = histories.Calendar.EndOfDay(Calendar.DayOf(frame.Date) - UsualDays);
        Instant asked = known.MaybeAt(since) ?? usual;
        return TodayPicture.Of(known.Analyse(lifecycle), at, asked < at ? asked : usual);
    }

    private static async Task<IResult> ShowWinBackAsync(HttpContext context, FrameReading frames, BaseAnswering answers)
    {
        Frame frame = frames.Of(context);
        var (list, refusal) = await answers.WorkOutAsync(
            $"win-back {frame.Date:yyyy-MM-dd}",
            (known, _) => OpportunityList.Compute(
                new ChurnLibrary(known.Folder, "winback").Find("lapsed") ?? throw new InvalidOperationException("There is no definition of winning back."),
                known.Histories, FrameReading.MomentOf(frame, known.Histories)),
            context.RequestAborted);
        return Screen.Show<WinBackPart>(context, new
        {
            Frame = frame,
            List = list,
            Refusal = refusal is null ? null : frame.Say(
                "There are too few who lapsed, or too short a history, to say who comes back: this fills as orders come.",
                "Trop peu de clients ont décroché, ou l’historique est trop court, pour dire qui revient : cette partie se remplit avec les commandes."),
        });
    }

    private static string FreshnessOf(Frame frame, AnswerSource known)
    {
        string facts = frame.Language.Count(known.Histories.FactCount);
        string first = frame.Language.Date(frame.FirstDay!.Value);
        string last = frame.Language.Date(frame.LastDay);
        return frame.Say($"{facts} facts from {first} to {last}.", $"{facts} événements du {first} au {last}.");
    }
}

using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Histories;
using Parcours.Domain.Lifecycles;
using Parcours.Domain.Segments;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.Live;
using Parcours.Engine.Segments;
using Parcours.Engine.Segments.Discovery;
using Parcours.Server.Answers;
using Parcours.Server.Live;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Segments;

/// <summary>Who is in segments and how many: counted while somebody types, listed, over time, as they come and go.</summary>
internal static class SegmentFigureRoutes
{
    private const string Capability = "Segments";
    private const int UsualSample = 10;
    private const int LargestSample = 1000;
    private const int UsualMonths = 24;
    private const int MostMonths = 240;
    private const int LargestPage = 1000;

    private static readonly Callers _readers = Callers.Operators(Role.Viewer, Scope.AnalysesRead);
    private static readonly Callers _whoReaders = Callers.Operators(Role.Viewer, Scope.CustomersRead);

    internal static void Map(RouteTable routes)
    {
        routes.Post("/api/segments/count", _whoReaders, CountAsync).Describe(Capability, "How many a condition or a tree holds for at a date, and those worth most.");
        routes.Get("/api/segments/{name}/members", _whoReaders, MembersAsync).Describe(Capability, "Who is in a segment at a date, since when, and when they leave by themselves.");
        routes.Get("/api/segments/{name}/sizes", _readers, SizesAsync).Describe(Capability, "How many it held at the end of each month, and how many leave by themselves in those to come.");
        routes.Get("/api/segments/discovery", _readers, DiscoverAsync).Describe(Capability, "The groups that buyers fall into by themselves at a date, what sets each apart, and a condition for it.");
        routes.Get("/api/segments/{name}/transitions", _whoReaders, Transitions).Describe(Capability, "Who came and went, as announced, after a number.");
    }

    private static async Task<IResult> CountAsync(HttpContext context, SegmentDesk desk, SegmentToCount asked)
    {
        if (ConditionAsked.Read(asked.Where, asked.Tree, asked.Subject, out Problem? refusal) is not { } condition)
        {
            return refusal!;
        }

        return await desk.OnBaseAsync<IResult>(
            known =>
            {
                if (known.Segments.Library.ErrorsOf(condition) is { IsEmpty: false } errors)
                {
                    return new SegmentRefused(new SegmentRefusal.Invalid(errors), null);
                }

                Instant at = known.At(asked.At, desk.Now);
                long began = Stopwatch.GetTimestamp();
                Members members = SegmentAnswers.Matching(known, condition.Where!.Text, condition.Subject, at);
                int count = members.Count;
                TimeSpan took = Stopwatch.GetElapsedTime(began);
                int of = known.Segments.Counter.Everybody(condition.Subject, at).Count;
                int sample = Math.Clamp(asked.Sample ?? UsualSample, 0, LargestSample);
                return new AnsweredJson(JsonBytes.Of(json =>
                {
                    json.WriteString("where", condition.Where.Text.Trim());
                    SegmentJson.Size(json, at, count, of);
                    json.WriteNumber("took_ms", Math.Round(took.TotalMilliseconds, 1));
                    SegmentJson.Sample(json, known.Segments.Counter.Sample(members, at, sample), known.Histories);
                }));
            },
            context.RequestAborted);
    }

    private static async Task<IResult> MembersAsync(HttpContext context, SegmentDesk desk, string name, string? at, int? limit, string? cursor)
    {
        if (Paging.Read(limit, cursor) is not { } asked)
        {
            return Paging.Refused;
        }

        return await desk.OnBaseAsync<IResult>(
            known =>
            {
                LifecycleAnalysis analysis = known.AnalyseSegment(name);
                Instant date = known.At(at, desk.Now);
                IEnumerable<SegmentMember> rest = SegmentMember.Of(analysis, date, (int)Math.Clamp(asked.AfterNumber(-1) + 1, 0, int.MaxValue));
                Page<SegmentMember> page = Paging.Of(rest.Take(asked.Limit + 1), asked, member => member.Subject, member => member);
                return new AnsweredJson(JsonBytes.Of(json => Write(json, known.Histories, date, page)));
            },
            context.RequestAborted);
    }

    private static Task<IResult> SizesAsync(HttpContext context, BaseAnswering answers, string name, string? at, int? months) =>
        answers.AnswerAsync(context, (json, known, now, _) =>
        {
            LifecycleAnalysis analysis = known.AnalyseSegment(name);
            Instant date = known.At(at, now);
            int most = Math.Clamp(months ?? UsualMonths, 1, MostMonths);
            var outlook = SegmentOutlook.Of(analysis, date);
            SegmentJson.Size(json, date, outlook.Members.Count, known.Segments.Counter.Everybody(analysis.Definition.Subject, date).Count);
            SegmentJson.Sizes(json, SegmentSizes.ByMonth(analysis.Timelines, known.Histories, date, most), known.Histories.Calendar);
            SegmentJson.Leaving(json, outlook, known.Histories.Calendar, date, most);
        });

    private static async Task<IResult> DiscoverAsync(HttpContext context, BaseAnswering answers, string? at) => await answers.WorkOutAsync(
        $"discovery in json {at}",
        (known, now) =>
        {
            SegmentDiscovery found = SegmentDiscovery.Of(known, known.At(at, now));
            return new AnsweredJson(JsonBytes.Of(json => DiscoveryJson.Write(json, found)));
        },
        context.RequestAborted,
        isLong: true);

    private static TransitionPage Transitions(LiveState live, string name, long after = 0, int limit = 100)
    {
        (List<TransitionRow> rows, long last, bool more) = TransitionRoutes.Read(live, after, Math.Clamp(limit, 1, LargestPage), new TransitionFilter(null, name, null));
        return new TransitionPage([.. rows.Select(TransitionAnswer.Of)], last, more);
    }

    private static void Write(Utf8JsonWriter json, HistoryBase histories, Instant at, Page<SegmentMember> page)
    {
        json.WriteString("at", at.ToString());
        SegmentJson.Members(json, "items", page.Items, histories);
        json.WriteString("next", page.Next);
    }

    /// <summary>A condition to count.</summary>
    /// <param name="Where">The condition.</param>
    /// <param name="Tree">The condition as a tree, when it is not given as a text.</param>
    /// <param name="Subject">Whom to count: customer, or account.</param>
    /// <param name="At">The date; now when left out.</param>
    /// <param name="Sample">How many of those worth most to name, 0 to 1000; 10 when left out.</param>
    internal sealed record SegmentToCount(string? Where = null, JsonElement? Tree = null, string? Subject = null, string? At = null, int? Sample = null);
}

using System.Globalization;
using Microsoft.AspNetCore.Http;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.Customers;
using Parcours.Engine.Live;
using Parcours.Server.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;
using Parcours.Web.Forms;
using Parcours.Web.Identity;
using Parcours.Web.Shell;

namespace Parcours.Server.Screens;

/// <summary>Who is one person: pairs to look at, merges made and undone.</summary>
internal sealed class MergeScreens(FrameReading frames, ILiveRecords records, LiveWorkspace live, AuditLog audit, Operators operators, TimeProvider time)
{
    private const string Address = "/data/merges";
    private const int RowsOfAPage = 50;
    private const int MostReviews = 500;
    private const int MostDecisions = 10_000;
    private const string Dismissed = "review.dismissed";
    private const string Reopened = "review.reopened";

    internal static void Map(RouteTable routes)
    {
        Callers writers = Callers.Operators(Role.Marketer);
        routes.Get(Address, Callers.Operators(Role.Analyst), (HttpContext context, MergeScreens screens) => screens.ShowAsync(context, null)).ForPages();
        routes.Post(Address, writers, (HttpContext context, MergeScreens screens) => screens.MergeAsync(context)).ForPages();
        routes.Post(Address + "/pairs/{id:long}/dismiss", writers, (HttpContext context, MergeScreens screens, long id) => screens.Decide(context, id, Dismissed)).ForPages();
        routes.Post(Address + "/pairs/{id:long}/reopen", writers, (HttpContext context, MergeScreens screens, long id) => screens.Decide(context, id, Reopened)).ForPages();
        routes.Post(Address + "/{id:long}/undo", writers, (HttpContext context, MergeScreens screens, long id) => screens.UndoAsync(context, id)).ForPages();
    }

    private async Task<IResult> ShowAsync(HttpContext context, AnswerRefusal? refusal)
    {
        Frame frame = frames.Of(context);
        long before = long.TryParse(context.Request.Query["before"], NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : long.MaxValue;
        IReadOnlyList<JoinRow> rows = records.Joins(before, RowsOfAPage + 1);
        IReadOnlyList<ReviewRow> reviews = records.Reviews(0, MostReviews);
        (IReadOnlyList<PairToReview> pairs, IReadOnlyList<(CustomerMerge, bool)> merges) = await live.Ask(graph => (
            (IReadOnlyList<PairToReview>)
            [
                .. reviews.Where(row => graph.PlaceOf(row.Identity) != graph.PlaceOf(row.Other))
                    .Select(row => new PairToReview(row.Id, graph[row.Identity].Key, graph[row.Other].Key, row.Reason, row.At)).DistinctBy(pair => (pair.One, pair.Other)),
            ],
            (IReadOnlyList<(CustomerMerge, bool)>)[.. rows.Take(RowsOfAPage).Select(row => (CustomerMerge.Of(graph, row), graph.JoinsAt(row.Identity).Any(join => join.Id == row.Id)))]));
        Dictionary<string, AuditEntry> dismissed = DismissedPairs();
        ILookup<bool, PairToReview> decided = pairs.Select(pair => dismissed.TryGetValue(NameOf(pair.Id), out AuditEntry? line) ? pair with { DismissedBy = Who(frame, line.Actor), DismissedAt = line.At } : pair)
            .ToLookup(pair => pair.DismissedBy is not null);
        return Screen.Show<MergesPage>(
            context,
            new
            {
                Frame = frame,
                Clock = frames.ClockOf(frame),
                Reviews = (IReadOnlyList<PairToReview>)[.. decided[false]],
                KeptApart = (IReadOnlyList<PairToReview>)[.. decided[true]],
                Merges = merges,
                Before = rows.Count > RowsOfAPage ? rows[RowsOfAPage - 1].Id.ToString(CultureInfo.InvariantCulture) : null,
                Fault = refusal is null ? null : frame.Say(refusal.Sentence),
            },
            refusal is null ? StatusCodes.Status200OK : Refused.By(refusal).Status);
    }

    private async Task<IResult> MergeAsync(HttpContext context)
    {
        TypedForm form = await PostedForm.ReadAsync(context);
        try
        {
            CustomerMerge merge = await Merging.MergeAsync(live, form["one"], form["other"], Instant.From(time.GetUtcNow()));
            audit.Write(context.Caller(), "customer.merged", string.Create(CultureInfo.InvariantCulture, $"merge:{merge.Id}"));
            return Screen.Go(Address);
        }
        catch (AnswerException refused)
        {
            return await ShowAsync(context, refused.Refusal);
        }
    }

    // The audit log is where it is kept: who and when are all there is to know, and the last word counts.
    private IResult Decide(HttpContext context, long id, string decision)
    {
        if (records.Reviews(0, MostReviews).All(row => row.Id != id))
        {
            return Problem.NotFound;
        }

        audit.Write(context.Caller(), decision, NameOf(id));
        return Screen.Go(Address);
    }

    private Dictionary<string, AuditEntry> DismissedPairs() =>
        audit.Find(AuditFilter.Everything with { Action = "review." }, long.MaxValue, MostDecisions)
            .DistinctBy(line => line.Object).Where(line => line.Action == Dismissed).ToDictionary(line => line.Object, StringComparer.Ordinal);

    private string Who(Frame frame, string actor) =>
        operators.List().FirstOrDefault(person => actor == string.Create(CultureInfo.InvariantCulture, $"operator:{person.Id}"))?.Name ?? frame.Say("owner of the machine", "propriétaire de la machine");

    private static string NameOf(long id) => string.Create(CultureInfo.InvariantCulture, $"review:{id}");

    private async Task<IResult> UndoAsync(HttpContext context, long id)
    {
        TypedForm form = await PostedForm.ReadAsync(context);
        try
        {
            await Merging.UnmergeAsync(live, id, Instant.From(time.GetUtcNow()), form["for_good"] == "true");
            audit.Write(context.Caller(), "customer.unmerged", string.Create(CultureInfo.InvariantCulture, $"merge:{id}"));
            return Screen.Go(Address);
        }
        catch (AnswerException refused)
        {
            return await ShowAsync(context, refused.Refusal);
        }
    }
}

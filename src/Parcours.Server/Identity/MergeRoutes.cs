using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Parcours.Domain.Time;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.Customers;
using Parcours.Engine.Identity;
using Parcours.Engine.Live;
using Parcours.Server.Access;
using Parcours.Server.Answers;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Identity;

/// <summary>Merges: listed, explained, made and undone; and the pairs that a rule kept apart.</summary>
internal static class MergeRoutes
{
    private const string Capability = "Identity";
    private static readonly Callers _readers = Callers.Operators(Role.Viewer, Scope.CustomersRead);
    private static readonly Callers _writers = Callers.Operators(Role.Marketer, Scope.CustomersWrite);

    private static readonly Problem _twoKeys = new(StatusCodes.Status422UnprocessableEntity, "two_keys", new("Name two keys.", "Nommez deux clés."));

    internal static void Map(RouteTable routes)
    {
        routes.Get("/api/merges", _readers, ListAsync).Describe(Capability, "Keys said to be one person, the latest first, with whether it still stands. Those of imported files are in profiles alone.");
        routes.Get("/api/merges/{id:long}", _readers, OneAsync).Describe(Capability, "One merge that stands, and the customer it made.");
        routes.Post("/api/merges", _writers, MergeAsync).Describe(Capability, "Makes the customers of two keys one.");
        routes.Delete("/api/merges/{id:long}", _writers, UnmergeAsync).Describe(Capability, "Undoes a merge; with for_good, messages may not join the two again.");
        routes.Get("/api/reviews", _readers, ReviewsAsync).Describe(Capability, "Pairs of keys that a sender took for one person and a rule kept apart.");
    }

    private static async Task<IResult> ListAsync(ILiveRecords records, LiveWorkspace live, int? limit, string? cursor)
    {
        if (Paging.Read(limit, cursor) is not { } asked)
        {
            return Paging.Refused;
        }

        IReadOnlyList<JoinRow> rows = records.Joins(asked.AfterNumber(long.MaxValue), asked.Limit + 1);
        (CustomerMerge Merge, bool Stands)[] merges = await live.Ask(graph =>
            rows.Take(asked.Limit).Select(row => (CustomerMerge.Of(graph, row), graph.JoinsAt(row.Identity).Any(join => join.Id == row.Id))).ToArray());
        return new AnsweredJson(JsonBytes.Of(json =>
        {
            json.WriteObjects("items", merges, row =>
            {
                (CustomerMerge merge, bool stands) = row;
                ProfileJson.WriteMerge(json, merge);
                json.WriteBoolean("stands", stands);
            });
            json.WriteString("next", rows.Count > asked.Limit ? Paging.Cursor(merges[^1].Merge.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)) : null);
        }));
    }

    private static async Task<IResult> OneAsync(LiveWorkspace live, long id)
    {
        CustomerMerge merge = await Merging.FindAsync(live, id);
        CustomerIdentity? who = await live.Ask(graph => CustomerIdentity.Find(graph, merge.One.Key));
        return Answer(merge, who);
    }

    private static async Task<IResult> MergeAsync(MergeAsked asked, LiveWorkspace live, AuditLog audit, TimeProvider time, HttpContext context)
    {
        if (asked.Keys.Count != 2)
        {
            return _twoKeys;
        }

        CustomerMerge merge = await Merging.MergeAsync(live, asked.Keys[0], asked.Keys[^1], Instant.From(time.GetUtcNow()));
        audit.Write(context.Caller(), "customer.merged", $"merge:{merge.Id}");
        return Answer(merge, await live.Ask(graph => CustomerIdentity.Find(graph, merge.One.Key)));
    }

    private static async Task<IResult> UnmergeAsync(LiveWorkspace live, AuditLog audit, TimeProvider time, HttpContext context, long id, [FromQuery(Name = "for_good")] bool? forGood)
    {
        CustomerMerge merge = await Merging.UnmergeAsync(live, id, Instant.From(time.GetUtcNow()), forGood ?? false);
        audit.Write(context.Caller(), "customer.unmerged", $"merge:{merge.Id}");
        return Answer(merge, null);
    }

    private static async Task<IResult> ReviewsAsync(ILiveRecords records, LiveWorkspace live, int? limit, string? cursor)
    {
        if (Paging.Read(limit, cursor) is not { } asked)
        {
            return Paging.Refused;
        }

        IReadOnlyList<ReviewRow> rows = records.Reviews(asked.AfterNumber(0), asked.Limit + 1);
        Dictionary<int, (IdentityKind Kind, string Key)> keys = await live.Ask(graph =>
            rows.SelectMany(row => (int[])[row.Identity, row.Other]).Distinct().ToDictionary(identity => identity, identity => graph[identity]));
        return TypedResults.Ok(Paging.Of(rows, asked, row => row.Id, row => new ReviewAnswer(row.Id, keys[row.Identity].Key, keys[row.Other].Key, row.Reason, row.At)));
    }

    private static AnsweredJson Answer(CustomerMerge merge, CustomerIdentity? who) => new(JsonBytes.Of(json =>
    {
        ProfileJson.WriteMerge(json, merge);
        if (who is not null)
        {
            json.WriteStartObject("customer");
            ProfileJson.Write(json, who);
            json.WriteEndObject();
        }
    }));

    /// <summary>What is to be merged.</summary>
    /// <param name="Keys">Two keys, of any kind.</param>
    internal sealed record MergeAsked(IReadOnlyList<string> Keys);

    /// <summary>A pair to look at.</summary>
    internal sealed record ReviewAnswer(long Id, string Key, string Other, string Reason, Instant At);
}

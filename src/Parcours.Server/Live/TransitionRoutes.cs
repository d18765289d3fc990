using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Parcours.Engine.Access;
using Parcours.Engine.Live;
using Parcours.Engine.Workspaces;
using Parcours.Server.Routes;

namespace Parcours.Server.Live;

/// <summary>Who moved from one stage to another: asked by cursor, or followed as server-sent events.</summary>
internal static class TransitionRoutes
{
    private const int UsualLimit = 100;
    private const int LargestLimit = 1000;
    private static readonly TimeSpan _beat = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(60);

    internal static void Map(RouteTable routes)
    {
        routes.Get("/api/transitions", Callers.Operators(Role.Viewer, Scope.CustomersRead), ListAsync)
            .Describe("Transitions", "Who moved from one stage to another, came into a segment or left it, after a number; wait=30 waits for the first.");
        routes.Get("/api/transitions/stream", Callers.Operators(Role.Viewer, Scope.CustomersRead), FollowAsync)
            .Describe("Transitions", "The same as server-sent events, one for each transition, from now on or after a number.");
    }

    /// <summary>Those after a number; waits for the first one when asked to.</summary>
    private static async Task<TransitionPage> ListAsync(LiveState live, CancellationToken gone, long after = 0, int limit = UsualLimit, string? lifecycle = null, string? segment = null, string? kind = null, int wait = 0)
    {
        int most = Math.Clamp(limit, 1, LargestLimit);
        var filter = new TransitionFilter(lifecycle, segment, kind);
        Task next = live.Lifecycles.Next;
        (List<TransitionRow> rows, long last, bool more) = Read(live, after, most, filter);
        if (rows.Count == 0 && wait > 0)
        {
            await Task.WhenAny(next, Task.Delay(TimeSpan.FromSeconds(Math.Min(wait, (int)_longestWait.TotalSeconds)), gone));
            (rows, last, more) = Read(live, last, most, filter);
        }

        return new TransitionPage([.. rows.Select(TransitionAnswer.Of)], last, more);
    }

    private static async Task FollowAsync(HttpContext context, LiveState live, IHostApplicationLifetime server, long? after = null, string? lifecycle = null, string? segment = null, string? kind = null)
    {
        long last = after ?? (long.TryParse(context.Request.Headers["Last-Event-ID"], CultureInfo.InvariantCulture, out long seen) ? seen : Latest(live));
        var filter = new TransitionFilter(lifecycle, segment, kind);
        HttpResponse response = context.Response;
        response.ContentType = "text/event-stream";
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        await response.WriteAsync(":\n\n", context.RequestAborted);
        await response.Body.FlushAsync(context.RequestAborted);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, server.ApplicationStopping);
        CancellationToken gone = end.Token;
        while (!gone.IsCancellationRequested)
        {
            Task next = live.Lifecycles.Next;
            (List<TransitionRow> rows, last, bool more) = Read(live, last, LargestLimit, filter);
            foreach (TransitionRow row in rows)
            {
                string text = JsonSerializer.Serialize(TransitionAnswer.Of(row), JsonSerializerOptions.Web);
                await response.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"id: {row.Id}\nevent: transition\ndata: {text}\n\n"), gone);
            }

            if (rows.Count > 0)
            {
                await response.Body.FlushAsync(gone);
            }
            else if (!more && await Task.WhenAny(next, Task.Delay(_beat, gone)) != next && !gone.IsCancellationRequested)
            {
                await response.WriteAsync(":\n\n", gone);
                await response.Body.FlushAsync(gone);
            }
        }
    }

    private static long Latest(LiveState live)
    {
        using IWorkspaceStore reader = live.OpenReader();
        return reader.LastTransition;
    }

    internal static (List<TransitionRow> Rows, long Last, bool More) Read(LiveState live, long after, int most, TransitionFilter filter)
    {
        using IWorkspaceStore reader = live.OpenReader();
        IReadOnlyList<TransitionRow> rows = reader.TransitionsAfter(after, most);
        return ([.. rows.Where(filter.Takes)], rows.Count > 0 ? rows[^1].Id : after, rows.Count == most);
    }
}

using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parcours.Engine.Access;

namespace Parcours.Server.Operations;

/// <summary>
/// One line of the log for each request, with numbers only: the pattern of the address and never the address itself, the caller's number and never a name. What
/// write keys send is counted by the metrics and logged only at the level Debug.
/// </summary>
internal static partial class RequestRecord
{
    internal static async Task Write(HttpContext context, RequestDelegate next)
    {
        long began = Stopwatch.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            var endpoint = context.GetEndpoint() as RouteEndpoint;
            string route = endpoint?.RoutePattern.RawText ?? "none";
            Name(Activity.Current, context, route);
            LogLevel level = endpoint?.Metadata.GetMetadata<Callers>() is { WithWriteKey: true } ? LogLevel.Debug : LogLevel.Information;
            ILogger log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Parcours.Requests");
            if (log.IsEnabled(level))
            {
                string caller = context.Features.Get<Caller>()?.Actor ?? "nobody";
                double milliseconds = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
                string method = Method(context.Request.Method);
                string? trace = Activity.Current?.TraceId.ToString();
                Line(log, level, method, route, context.Response.StatusCode, milliseconds, caller, trace);
            }
        }
    }

    // What a trace says of a request, likewise without its address.
    private static void Name(Activity? activity, HttpContext context, string route)
    {
        if (activity is not null)
        {
            string method = Method(context.Request.Method);
            activity.DisplayName = $"{method} {route}";
            activity.SetTag("http.request.method", method).SetTag("http.route", route).SetTag("http.response.status_code", context.Response.StatusCode);
        }
    }

    // A method is any word a client likes.
    private static string Method(string method) => HttpMethods.GetCanonicalizedValue(method) is "GET" or "HEAD" or "POST" or "PUT" or "PATCH" or "DELETE" or "OPTIONS" ? HttpMethods.GetCanonicalizedValue(method) : "OTHER";

    [LoggerMessage(EventId = 2, Message = "{Method} {Route} {Status} in {Milliseconds:0.0} ms by {Caller} ({Trace})")]
    private static partial void Line(ILogger log, LogLevel level, string method, string route, int status, double milliseconds, string caller, string? trace);
}

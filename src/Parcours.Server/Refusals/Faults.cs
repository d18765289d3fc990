using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.Definitions;
using Parcours.Engine.Live;
using Parcours.Engine.Workspaces;
using Parcours.Server.Access;

namespace Parcours.Server.Refusals;

/// <summary>Turns what goes wrong on the way into answers: refusals by the one mapping, bugs into a 500 that says nothing of the inside.</summary>
internal static partial class Faults
{
    internal static async Task Answer(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            {
                await Refused.ByStatus(context.Response.StatusCode).WriteAsync(context);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody waits for an answer any more.
        }
        catch (BadHttpRequestException bad)
        {
            await WriteAsync(context, Refused.By(bad));
        }
        catch (DefinitionException invalid)
        {
            await WriteAsync(context, Refused.By(invalid));
        }
        catch (AnswerException refused)
        {
            await WriteAsync(context, Refused.By(refused.Refusal));
        }
        catch (LiveRefusedException refused)
        {
            await WriteAsync(context, Refused.By(refused));
        }
        catch (AccessException refused)
        {
            await WriteAsync(context, Refused.By(refused.Refusal));
        }
        catch (WorkspaceException refused)
        {
            await WriteAsync(context, Refused.By(refused.Refusal));
        }
        catch (Exception fault)
        {
            Log(context, fault);
            await WriteAsync(context, new Problem(StatusCodes.Status500InternalServerError, "fault", new(
                "Something went wrong in Parcours, not in your request. The log says where.",
                "Une erreur s'est produite dans Parcours, et non dans votre requête. Le journal dit où.")));
        }
    }

    private static Task WriteAsync(HttpContext context, Problem problem)
    {
        if (context.Response.HasStarted)
        {
            context.Abort();
            return Task.CompletedTask;
        }

        context.Response.Clear();
        SecurityHeaders.Set(context.Response);
        return problem.WriteAsync(context);
    }

    // The message of an exception may quote what a customer sent; its type and place cannot.
    private static void Log(HttpContext context, Exception fault)
    {
        ILogger log = context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Parcours.Faults");
        string? pattern = (context.GetEndpoint() as Microsoft.AspNetCore.Routing.RouteEndpoint)?.RoutePattern.RawText;
        LogFault(log, context.Request.Method, pattern, fault.GetType().FullName, fault.StackTrace);
    }

    [LoggerMessage(1, LogLevel.Error, "Fault in {Method} {Route}: {Type} {Trace}")]
    private static partial void LogFault(ILogger log, string method, string? route, string? type, string? trace);
}

using Microsoft.AspNetCore.Http;
using Parcours.Engine.Workspaces;

namespace Parcours.Server.Refusals;

/// <summary>The one place where refusals get their HTTP status and code.</summary>
internal static class Refused
{
    /// <summary>A refusal of the workspace.</summary>
    internal static Problem By(WorkspaceRefusal refusal) => refusal switch
    {
        WorkspaceRefusal.DiskFull => new(StatusCodes.Status503ServiceUnavailable, "disk_full", "The disk is full: nothing of this request was kept. Free some space and send it again.")
        {
            RetryAfterSeconds = 60,
        },
        WorkspaceRefusal.Held => new(StatusCodes.Status503ServiceUnavailable, "workspace_held", "Another process writes to the workspace.") { RetryAfterSeconds = 5 },
        WorkspaceRefusal.PropertiesInvalid => new(StatusCodes.Status409Conflict, "properties_invalid", refusal.Sentence),
        WorkspaceRefusal.Missing => new(StatusCodes.Status503ServiceUnavailable, "workspace_missing", "The workspace holds nothing yet."),
        WorkspaceRefusal.TooNew => new(StatusCodes.Status503ServiceUnavailable, "workspace_too_new", "The workspace was written by a later version of Parcours."),
        _ => new(StatusCodes.Status503ServiceUnavailable, "workspace_unreadable", "The workspace cannot be read."),
    };

    /// <summary>A status that the framework chose and left without words.</summary>
    internal static Problem ByStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => Problem.NotFound,
        StatusCodes.Status405MethodNotAllowed => new(status, "method_not_allowed", "This address does not take that method."),
        StatusCodes.Status408RequestTimeout => new(status, "too_slow", "The request did not arrive in time."),
        StatusCodes.Status413PayloadTooLarge => new(status, "too_large", "The body is larger than this address takes."),
        StatusCodes.Status415UnsupportedMediaType => new(status, "wrong_content_type", "Send the body as application/json."),
        StatusCodes.Status431RequestHeaderFieldsTooLarge => new(status, "headers_too_large", "The headers are larger than the server takes."),
        _ => new(status, "bad_request", "The request cannot be read."),
    };
}

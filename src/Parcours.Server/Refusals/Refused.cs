using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Parcours.Engine.Access;
using Parcours.Engine.Answers;
using Parcours.Engine.Definitions;
using Parcours.Engine.Live;
using Parcours.Engine.Workspaces;

namespace Parcours.Server.Refusals;

/// <summary>The one place where refusals get their HTTP status, and those of the workspace their words for a caller who may be far away.</summary>
internal static class Refused
{
    /// <summary>A refusal of access.</summary>
    internal static Problem By(AccessRefusal refusal) => refusal switch
    {
        AccessRefusal.WrongCredentials or AccessRefusal.CodeNeeded or AccessRefusal.SetUpLinkInvalid => Of(refusal, StatusCodes.Status401Unauthorized),
        AccessRefusal.TooManyAttempts wait => Of(refusal, StatusCodes.Status429TooManyRequests) with { RetryAfterSeconds = wait.Seconds },
        AccessRefusal.ScopeNotHeld => Of(refusal, StatusCodes.Status403Forbidden),
        AccessRefusal.KeyUnknown or AccessRefusal.OperatorUnknown => Of(refusal, StatusCodes.Status404NotFound),
        AccessRefusal.EmailTaken or AccessRefusal.LastOwner => Of(refusal, StatusCodes.Status409Conflict),
        _ => Of(refusal, StatusCodes.Status422UnprocessableEntity),
    };

    /// <summary>A question that has no answer.</summary>
    internal static Problem By(AnswerRefusal refusal) =>
        new(refusal.IsUnknown ? StatusCodes.Status404NotFound : StatusCodes.Status422UnprocessableEntity, refusal.Code, refusal.Sentence);

    /// <summary>A write that the live base did not take: nothing of it was kept.</summary>
    internal static Problem By(LiveRefusedException refused) => refused.Refusal is { } refusal
        ? By(refusal)
        : Unavailable("behind", "The server is stopping, or has too much to write: nothing of this request was kept, send it again.",
            "Le serveur s'arrête, ou a trop à écrire : rien de cette requête n'a été gardé, renvoyez-la.") with
        { RetryAfterSeconds = 1 };

    /// <summary>A refusal of the workspace.</summary>
    internal static Problem By(WorkspaceRefusal refusal) => refusal switch
    {
        WorkspaceRefusal.DiskFull => Unavailable("disk_full",
            "The disk is full: nothing of this request was kept. Free some space and send it again.",
            "Le disque est plein : rien de cette requête n'a été gardé. Libérez de la place et renvoyez-la.") with
        { RetryAfterSeconds = 60 },
        WorkspaceRefusal.Held => Unavailable("workspace_held",
            "Another process writes to the workspace.", "Un autre processus écrit dans l'espace.") with
        { RetryAfterSeconds = 5 },
        WorkspaceRefusal.PropertiesInvalid => new(StatusCodes.Status409Conflict, "properties_invalid", new(refusal.Sentence, refusal.Sentence)),
        WorkspaceRefusal.Missing => Unavailable("workspace_missing", "The workspace holds nothing yet.", "L'espace est encore vide."),
        WorkspaceRefusal.TooNew => Unavailable("workspace_too_new",
            "The workspace was written by a later version of Parcours.", "L'espace a été écrit par une version plus récente de Parcours."),
        _ => Unavailable("workspace_unreadable", "The workspace cannot be read.", "L'espace ne peut pas être lu."),
    };

    /// <summary>A file of the company that has errors.</summary>
    internal static Problem By(DefinitionException invalid) => new(StatusCodes.Status409Conflict, "definition_invalid", new(
        $"{invalid.Message} Mend the file and try again.", $"{invalid.Message} Corrigez le fichier, puis recommencez."));

    /// <summary>A request that could not be read.</summary>
    internal static Problem By(BadHttpRequestException bad) => bad.InnerException is JsonException { Path: { } path }
        ? new(StatusCodes.Status400BadRequest, "wrong_json", new(
            $"The body is not the JSON that is expected here, at {path}.", $"Le corps n'est pas le JSON attendu ici, à {path}."))
        : ByStatus(bad.StatusCode);

    /// <summary>A status that the framework chose and left without words.</summary>
    internal static Problem ByStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => Problem.NotFound,
        StatusCodes.Status405MethodNotAllowed => new(status, "method_not_allowed", new(
            "This address does not take that method.", "Cette adresse n'accepte pas cette méthode.")),
        StatusCodes.Status408RequestTimeout => new(status, "too_slow", new(
            "The request did not arrive in time.", "La requête n'est pas arrivée à temps.")),
        StatusCodes.Status413PayloadTooLarge => new(status, "too_large", new(
            "The body is larger than this address takes.", "Le corps est plus grand que ce que cette adresse accepte.")),
        StatusCodes.Status415UnsupportedMediaType => new(status, "wrong_content_type", new(
            "Send the body as application/json.", "Envoyez le corps en application/json.")),
        StatusCodes.Status431RequestHeaderFieldsTooLarge => new(status, "headers_too_large", new(
            "The headers are larger than the server takes.", "Les en-têtes sont plus grands que ce que le serveur accepte.")),
        _ => new(status, "bad_request", new("The request cannot be read.", "La requête ne peut pas être lue.")),
    };

    private static Problem Of(AccessRefusal refusal, int status) => new(status, refusal.Code, refusal.Sentence);

    private static Problem Unavailable(string code, string english, string french) => new(StatusCodes.Status503ServiceUnavailable, code, new(english, french));
}

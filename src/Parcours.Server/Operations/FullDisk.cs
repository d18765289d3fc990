using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parcours.Server.Access;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Operations;

/// <summary>Refuses writes while the disk has less room than the floor.</summary>
internal static class FullDisk
{
    private static readonly Problem _refused = new(StatusCodes.Status503ServiceUnavailable, "disk_low", new(
        "The disk of the workspace is nearly full: nothing of this request was kept. Send it again once there is room.",
        "Le disque de l'espace est presque plein : rien de cette requête n'a été gardé. Renvoyez-la quand il y aura de la place."))
    {
        RetryAfterSeconds = 30,
    };

    internal static Task Refuse(HttpContext context, RequestDelegate next) =>
        context.GetEndpoint() is RouteEndpoint endpoint
        && !Gate.IsRead(context.Request.Method)
        && endpoint.Metadata.GetMetadata<RouteWords.FullDiskAllowed>() is null
        && context.RequestServices.GetRequiredService<DiskFloor>().IsBelow
            ? _refused.WriteAsync(context)
            : next(context);
}

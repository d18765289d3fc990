using Microsoft.AspNetCore.Builder;
using Parcours.Server.Access;
using Parcours.Server.Ingestion;
using Parcours.Server.Operations;
using Parcours.Server.Refusals;
using Parcours.Server.Routes;

namespace Parcours.Server.Hosting;

/// <summary>What every request passes through, from the outside to its endpoint.</summary>
internal static class Pipeline
{
    internal static void Use(WebApplication app)
    {
        app.Use(RequestRecord.Write);
        app.Use(SecurityHeaders.Add);
        app.Use(IngestionCors.Add);
        app.Use(Faults.Answer);
        app.UseRouting();
        app.Use(Gate.Check);
        app.Use(FullDisk.Refuse);
        app.Use(NamedWrites.Answer);
    }
}

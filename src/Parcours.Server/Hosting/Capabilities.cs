using Microsoft.Extensions.DependencyInjection;
using Parcours.Server.Access;
using Parcours.Server.Analyses;
using Parcours.Server.Answers;
using Parcours.Server.Backups;
using Parcours.Server.Consent;
using Parcours.Server.Customers;
using Parcours.Server.Erasure;
using Parcours.Server.Exports;
using Parcours.Server.Identity;
using Parcours.Server.Imports;
using Parcours.Server.Ingestion;
using Parcours.Server.Lifecycles;
using Parcours.Server.Live;
using Parcours.Server.Operations;
using Parcours.Server.Quarantine;
using Parcours.Server.Reports;
using Parcours.Server.Routes;
using Parcours.Server.Screens;
using Parcours.Server.Segments;
using Parcours.Server.Sources;
using Parcours.Server.Suppressions;
using Parcours.Server.Webhooks;

namespace Parcours.Server.Hosting;

/// <summary>Every capability the server has, one line each: what it keeps while the server runs, and its endpoints.</summary>
internal static class Capabilities
{
    internal static void AddServices(IServiceCollection services)
    {
        RouteServices.Add(services);
        ApiDescription.AddServices(services);
        AccessServices.Add(services);
        IngestionServices.Add(services);
        OperationsServices.Add(services);
        services.AddSingleton<LiveReport>();
        AnswerServices.Add(services);
        CustomerServices.Add(services);
        QuarantineServices.Add(services);
        ImportServices.Add(services);
        SourceServices.Add(services);
        SuppressionServices.Add(services);
        BackupServices.Add(services);
        SegmentServices.Add(services);
        WebhookServices.Add(services);
        ScreenServices.Add(services);
    }

    internal static void MapRoutes(RouteTable routes)
    {
        IngestionRoutes.Map(routes);
        OperationsRoutes.Map(routes);
        TransitionRoutes.Map(routes);
        LifecycleRoutes.Map(routes);
        SegmentRoutes.Map(routes);
        AnalysisRoutes.Map(routes);
        CustomerRoutes.Map(routes);
        MergeRoutes.Map(routes);
        QuarantineRoutes.Map(routes);
        AccountingRoutes.Map(routes);
        ExportRoutes.Map(routes);
        ImportRoutes.Map(routes);
        SessionRoutes.Map(routes);
        OperatorRoutes.Map(routes);
        KeyRoutes.Map(routes);
        AuditRoutes.Map(routes);
        ConsentRoutes.Map(routes);
        SuppressionRoutes.Map(routes);
        ErasureRoutes.Map(routes);
        BackupRoutes.Map(routes);
        WebhookRoutes.Map(routes);
        AccessPages.Map(routes);
        SignOutRoutes.Map(routes);
        ReportRoutes.Map(routes);
        ScreenServices.Map(routes);
        HookRoutes.Map(routes);
        SourceRoutes.Map(routes);
        ApiDescription.MapRoutes(routes);
    }
}

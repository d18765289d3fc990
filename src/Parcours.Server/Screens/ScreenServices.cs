using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Parcours.Server.Routes;
using Parcours.Server.Samples;

namespace Parcours.Server.Screens;

/// <summary>The screens: what renders them, and their addresses, one line a capability.</summary>
internal static class ScreenServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddDataProtection().UseEphemeralDataProtectionProvider(); // components bring it along; nothing of ours is protected by it, so no key is written to disk
        services.AddSingleton<FrameReading>();
        services.AddSingleton<SenderNames>();
        services.AddSingleton<QuarantineScreens>();
        services.AddSingleton<AccountingScreens>();
        services.AddSingleton<ImportScreens>();
        services.AddSingleton<MergeScreens>();
        services.AddSingleton<SourceScreens>();
        services.AddSingleton<ArrivalScreens>();
        services.AddSingleton<WorkspaceCards>();
        services.AddSingleton<SampleLoading>();
        services.AddSingleton<WelcomeScreens>();
    }

    internal static void Map(RouteTable routes)
    {
        AssetRoutes.Map(routes);
        QuarantineScreens.Map(routes);
        AccountingScreens.Map(routes);
        ImportScreens.Map(routes);
        MergeScreens.Map(routes);
        UsageScreens.Map(routes);
        SourceScreens.Map(routes);
        ArrivalScreens.Map(routes);
        WelcomeScreens.Map(routes);
        ChapterScreens.Map(routes);
        LifecycleScreens.Map(routes);
        TodayScreens.Map(routes);
    }
}

using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Parcours.Server.Letters;
using Parcours.Server.Routes;

namespace Parcours.Server.Screens;

/// <summary>The screens: what renders them, and their addresses, one line a capability.</summary>
internal static class ScreenServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddDataProtection().UseEphemeralDataProtectionProvider(); // components bring it along; nothing of ours is protected by it, so no key is written to disk
        services.AddSingleton<FrameReading>();
        services.AddSingleton<MondayLetters>().AddHostedService(all => all.GetRequiredService<MondayLetters>());
    }

    internal static void Map(RouteTable routes)
    {
        AssetRoutes.Map(routes);
        ChapterScreens.Map(routes);
        LifecycleScreens.Map(routes);
        TodayScreens.Map(routes);
        ManagementScreens.Map(routes);
    }
}

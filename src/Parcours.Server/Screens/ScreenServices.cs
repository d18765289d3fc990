using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Parcours.Server.Letters;
using Parcours.Server.Routes;
using Parcours.Server.Screens.Settings;

namespace Parcours.Server.Screens;

/// <summary>The screens: what renders them, and their addresses, one line a capability.</summary>
internal static class ScreenServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddDataProtection().UseEphemeralDataProtectionProvider(); // components bring it along; nothing of ours is protected by it, so no key is written to disk
        services.AddSingleton<CustomerPages>();
        services.AddSingleton<FrameReading>();
        SettingsServices.Add(services);
        services.AddSingleton<MondayLetters>().AddHostedService(all => all.GetRequiredService<MondayLetters>());
        DataScreenServices.Add(services);
    }

    internal static void Map(RouteTable routes)
    {
        AssetRoutes.Map(routes);
        DataScreenServices.Map(routes);
        ChapterScreens.Map(routes);
        CustomerScreens.Map(routes);
        LifecycleScreens.Map(routes);
        ProfileForms.Map(routes);
        ProfileScreens.Map(routes);
        SearchScreens.Map(routes);
        TodayScreens.Map(routes);
        SegmentScreens.Map(routes);
        SegmentPages.Map(routes);
        DiscoveryScreens.Map(routes);
        SettingsServices.Map(routes);
        ManagementScreens.Map(routes);
    }
}

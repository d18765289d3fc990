using Microsoft.Extensions.DependencyInjection;
using Parcours.Server.Routes;

namespace Parcours.Server.Screens.Settings;

/// <summary>The pages of the settings, one line a page.</summary>
internal static class SettingsServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<KeyScreens>();
        services.AddSingleton<AuditScreens>();
    }

    internal static void Map(RouteTable routes)
    {
        OperatorScreens.Map(routes);
        KeyScreens.Map(routes);
        AuditScreens.Map(routes);
    }
}

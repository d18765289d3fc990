using Microsoft.Extensions.DependencyInjection;
using Parcours.Engine.Definitions;
using Parcours.Server.Hosting;
using Parcours.Server.Routes;
using Parcours.Server.Screens.Definitions;

namespace Parcours.Server.Screens.Settings;

/// <summary>The pages of the settings, one line a page.</summary>
internal static class SettingsServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<KeyScreens>();
        services.AddSingleton<AuditScreens>();
        services.AddSingleton(provider => new DefinitionShelf(provider.GetRequiredService<ServerOptions>().Workspace));
        services.AddSingleton<DefinitionScreens>();
        services.AddSingleton<CalendarScreens>();
        services.AddSingleton<WorkspaceScreens>();
        services.AddSingleton<BackupMaker>();
        services.AddSingleton<BackupScreens>();
        services.AddSingleton<RetentionScreens>();
        services.AddSingleton<AccountScreens>();
    }

    internal static void Map(RouteTable routes)
    {
        OperatorScreens.Map(routes);
        KeyScreens.Map(routes);
        AuditScreens.Map(routes);
        DefinitionScreens.Map(routes);
        CalendarScreens.Map(routes);
        WorkspaceScreens.Map(routes);
        BackupScreens.Map(routes);
        RetentionScreens.Map(routes);
        AccountScreens.Map(routes);
    }
}

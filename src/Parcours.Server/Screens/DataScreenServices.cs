using Microsoft.Extensions.DependencyInjection;
using Parcours.Server.Routes;
using Parcours.Server.Samples;

namespace Parcours.Server.Screens;

/// <summary>The pages of the data, one line a page: how it comes in, what becomes of it, what it serves.</summary>
internal static class DataScreenServices
{
    internal static void Add(IServiceCollection services)
    {
        services.AddSingleton<SenderNames>();
        services.AddSingleton<WorkspaceCards>();
        services.AddSingleton<SampleLoading>();
        services.AddSingleton<WelcomeScreens>();
        services.AddSingleton<ImportScreens>();
        services.AddSingleton<SourceScreens>();
        services.AddSingleton<ArrivalScreens>();
        services.AddSingleton<QuarantineScreens>();
        services.AddSingleton<AccountingScreens>();
        services.AddSingleton<MergeScreens>();
    }

    internal static void Map(RouteTable routes)
    {
        WelcomeScreens.Map(routes);
        ImportScreens.Map(routes);
        SourceScreens.Map(routes);
        ArrivalScreens.Map(routes);
        QuarantineScreens.Map(routes);
        AccountingScreens.Map(routes);
        MergeScreens.Map(routes);
        UsageScreens.Map(routes);
    }
}
